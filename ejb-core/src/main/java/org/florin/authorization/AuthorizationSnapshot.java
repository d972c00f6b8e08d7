package org.florin.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;

/**
 * A card payment as it is at one moment.
 *
 * @param account empty if the card is unknown
 * @param reasons codes of all failing checks, the primary one first; empty if approved
 * @param authorized approved less reversed
 * @param held what is still reserved
 * @param available the account's available credit right after the decision
 * @param metadata a JSON object of the caller's, unread
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
    Money captured,
    Money held,
    Optional<String> authorizationCode,
    Optional<Money> available,
    Merchant merchant,
    Optional<NetworkReference> network,
    Optional<String> externalId,
    String metadata,
    Optional<Instant> expiresAt,
    Instant createdAt,
    List<Element> elements) {

  /**
   * One message of the payment.
   *
   * @param type authorization, reversal, clearing or expiry
   */
  public record Element(int number, String type, Money amount, Instant at, String channel) {}

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
}
