package org.florin.clearing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.HeldAuthorizations;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.PostingKind;

/** Books what a merchant presents for an authorization. */
@Stateless
public class CaptureAuthorization {

  /**
   * @param amountMinor above zero, in minor units of the authorization; empty for all that is left
   * @param last no further capture follows; what is left of the hold is released
   */
  public record Command(
      AuthorizationId authorization,
      Optional<Long> amountMinor,
      boolean last,
      HeldAuthorizations.Origin origin) {}

  /** What became of it. */
  public sealed interface Outcome {

    /** Booked; the authorization as it now is. */
    record Captured(AuthorizationSnapshot authorization) implements Outcome {}

    /** No amount was given and nothing is left to capture; nothing was done. */
    record NothingLeft() implements Outcome {}

    /** There is none with an account. */
    record Unknown() implements Outcome {}
  }

  @Inject HeldAuthorizations authorizations;
  @Inject ClearingDesk desk;

  public Outcome handle(Command command) {
    return authorizations
        .lock(command.authorization())
        .filter(locked -> locked.account().isPresent())
        .map(locked -> capture(locked, command))
        .orElseGet(Outcome.Unknown::new);
  }

  private Outcome capture(AuthorizationSnapshot locked, Command command) {
    var currency = locked.requested().currency();
    var amount =
        command
            .amountMinor()
            .map(minor -> new Money(minor, currency))
            .orElseGet(() -> locked.authorized().minus(locked.captured()));
    if (!amount.isPositive()) {
      return new Outcome.NothingLeft();
    }
    desk.book(
        new Presentment(
            locked.account().orElseThrow(),
            locked.card(),
            kind(locked.kind()),
            amount,
            command.last(),
            locked.merchant(),
            "capture:" + TransactionId.create(),
            Optional.empty(),
            command.origin()),
        Optional.of(locked));
    return new Outcome.Captured(authorizations.lock(locked.id()).orElseThrow());
  }

  private static PostingKind kind(AuthorizationKind kind) {
    return switch (kind) {
      case CASH_ADVANCE -> PostingKind.CASH_ADVANCE;
      case QUASI_CASH -> PostingKind.QUASI_CASH;
      case REFUND -> PostingKind.REFUND;
      case PURCHASE, PREAUTHORIZATION, ACCOUNT_VERIFICATION -> PostingKind.PURCHASE;
    };
  }
}
