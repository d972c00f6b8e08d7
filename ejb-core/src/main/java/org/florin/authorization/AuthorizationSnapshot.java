package org.florin.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.hooks.HookCall;
import org.florin.authorization.lifecycle.AuthorizationStatus;
import org.florin.authorization.lifecycle.CardPayment;
import org.florin.authorization.lifecycle.ElementType;
import org.florin.authorization.lifecycle.Flag;
import org.florin.authorization.rules.HoldRule;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;

/**
 * A card payment as it is at one moment.
 *
 * @param account empty if the card is unknown
 * @param reasons codes of all failing checks, the primary one first; empty if approved
 * @param authorized approved + increments - reversals
 * @param uplift what is held above that while no final amount is known
 * @param refunded sum of refunds
 * @param held what is still reserved
 * @param available the account's available credit right after the decision
 * @param metadata a JSON object of the caller's, unread
 * @param standInBy who decided in our place
 * @param expiresAt when what is held is released
 * @param partner what the program's partner said, if it was asked
 */
public record AuthorizationSnapshot(
    AuthorizationId id,
    Optional<AccountId> account,
    Optional<CardId> card,
    ClientId client,
    AuthorizationKind kind,
    EntryMode entryMode,
    AuthorizationStatus status,
    String responseCode,
    List<String> reasons,
    Money requested,
    Money approved,
    Money authorized,
    Money uplift,
    Money captured,
    Money refunded,
    Money held,
    Optional<String> authorizationCode,
    Optional<Money> available,
    Merchant merchant,
    Optional<NetworkReference> network,
    Optional<String> externalId,
    String metadata,
    Optional<String> standInBy,
    Optional<Instant> expiresAt,
    Instant createdAt,
    Optional<HookCall> partner,
    List<Element> elements) {

  /**
   * One message of the payment.
   *
   * @param amount what took effect
   * @param requested what was asked for
   * @param uplift what is held above the amount, from the first element on
   * @param closes whether nothing stayed held after it
   * @param reasons why it was declined, or would have been by our own rules
   * @param transaction what it booked
   */
  public record Element(
      int number,
      ElementType type,
      Money amount,
      Money requested,
      Money uplift,
      boolean closes,
      Instant at,
      String channel,
      List<String> reasons,
      Set<Flag> flags,
      Optional<TransactionId> transaction) {}

  /** Whether the decision was yes. */
  public boolean isApproved() {
    return reasons.isEmpty();
  }

  /** APPROVED, APPROVED_PARTIAL, VERIFIED_NO_AMOUNT or the primary decline reason. */
  public String reason() {
    return reasons.isEmpty()
        ? switch (responseCode) {
          case "10" -> "APPROVED_PARTIAL";
          case "85" -> "VERIFIED_NO_AMOUNT";
          default -> "APPROVED";
        }
        : reasons.getFirst();
  }

  /** The reason map's row of the primary decline reason. */
  public Optional<ReasonCode> declineReason() {
    return reasons.stream().findFirst().flatMap(ReasonCode::ofName);
  }

  /** What the cardholder is told of a decline; empty text if there is nothing to tell. */
  public String cardholderText() {
    return declineReason().map(ReasonCode::cardholderText).orElse("");
  }

  /** The sums that later messages change. */
  public CardPayment payment() {
    return new CardPayment(
        status,
        kind.reserves() && requested.isPositive(),
        authorized.minor(),
        uplift.minor(),
        captured.minor(),
        refunded.minor(),
        held.minor());
  }

  /** The payment as the hold table looks at it. */
  HoldRule.Payment heldAs() {
    return new HoldRule.Payment(
        network.map(NetworkReference::name),
        entryMode.isCardPresent(),
        entryMode.isMerchantInitiated(),
        kind.code(),
        merchant.category());
  }

  AuthorizationSnapshot with(
      List<Element> all, Optional<HookCall> asked, Optional<Money> availableNow) {
    return new AuthorizationSnapshot(
        id,
        account,
        card,
        client,
        kind,
        entryMode,
        status,
        responseCode,
        reasons,
        requested,
        approved,
        authorized,
        uplift,
        captured,
        refunded,
        held,
        authorizationCode,
        availableNow,
        merchant,
        network,
        externalId,
        metadata,
        standInBy,
        expiresAt,
        createdAt,
        asked,
        all);
  }
}
