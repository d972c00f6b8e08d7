package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.florin.authorization.rules.HoldRule;
import org.florin.cards.CardVault;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;

/**
 * Authorizes a card payment. The stage completes after the commit that made the decision durable;
 * what needs no lock (the vault's keyed hashes) is done before, on the caller's thread. A CDI bean
 * instead of a session bean: the hot path carries no interceptors (decision record 0003).
 */
@ApplicationScoped
public class AuthorizePurchase {

  /** How the card is named. */
  public sealed interface CardReference {

    /** By our id. */
    record ById(CardId id) implements CardReference {}

    /** By what is printed on it; the security code is used for the check and forgotten. */
    record ByNumber(String pan, Optional<YearMonth> expiry, Optional<String> securityCode)
        implements CardReference {

      @Override
      public String toString() {
        return "ByNumber[…]";
      }
    }
  }

  /**
   * @param amount zero or more; zero verifies the card and reserves nothing
   * @param evidence what the door checked
   * @param advice a decision already made in our place; applied as it is
   * @param metadata a JSON object, stored unread
   * @param channel api, mq, iso8583 or file
   * @param answer writes the answer that is stored under the key
   */
  public record Command(
      RequestKey key,
      CardReference card,
      AuthorizationKind kind,
      EntryMode entryMode,
      Money amount,
      boolean partialApproval,
      Merchant merchant,
      Optional<NetworkReference> network,
      Evidence evidence,
      Optional<Advice> advice,
      Optional<String> externalId,
      String metadata,
      String channel,
      Function<AuthorizationSnapshot, StoredAnswer> answer) {

    /** Whether an approval holds something. */
    boolean reserves() {
      return kind.reserves() && amount.isPositive();
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
  }

  @Inject CardVault vault;
  @Inject AuthorizationDesk desk;
  @Inject AuthorizationSettings settings;

  public CompletionStage<AuthorizationOutcome> handle(Command command) {
    var deadline = SystemTime.now().plus(settings.deadline());
    return desk.submit(
        switch (command.card()) {
          case CardReference.ById byId ->
              new PendingAuthorization(
                  command, Optional.of(byId.id()), Optional.empty(), Optional.empty(), deadline);
          case CardReference.ByNumber byNumber -> byNumber(command, byNumber, deadline);
        });
  }

  private PendingAuthorization byNumber(
      Command command, CardReference.ByNumber card, Instant deadline) {
    var codeRight =
        card.expiry()
            .flatMap(
                expiry ->
                    card.securityCode()
                        .map(
                            code ->
                                vault.securityCodeMatches(
                                    card.pan(), expiry.getMonthValue(), expiry.getYear(), code)));
    return new PendingAuthorization(
        command,
        Optional.empty(),
        Optional.of(new PendingAuthorization.PanIndex(vault.indexOf(card.pan()))),
        codeRight,
        deadline);
  }
}
