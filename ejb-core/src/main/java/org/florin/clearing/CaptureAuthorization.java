package org.florin.clearing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.AuthorizationStatus;
import org.florin.authorization.HeldAuthorizations;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;

/** Books what a merchant presents for an authorization. */
@Stateless
public class CaptureAuthorization {

  /**
   * @param amountMinor in minor units of the authorization; empty for all that is left
   * @param last no further capture follows; what is left of the hold is released
   */
  public record Command(
      AuthorizationId authorization,
      Optional<Long> amountMinor,
      boolean last,
      HeldAuthorizations.Origin origin) {}

  @Inject HeldAuthorizations authorizations;
  @Inject AccountBook book;
  @Inject BusinessClock clock;

  /** The authorization as it now is; empty if there is none with an account. */
  public Optional<AuthorizationSnapshot> handle(Command command) {
    return authorizations
        .lock(command.authorization())
        .filter(locked -> locked.account().isPresent())
        .map(locked -> capture(locked, command));
  }

  private AuthorizationSnapshot capture(AuthorizationSnapshot locked, Command command) {
    var currency = locked.requested().currency();
    var remaining = locked.authorized().minus(locked.captured()).max(Money.zero(currency));
    var amount = command.amountMinor().map(minor -> new Money(minor, currency)).orElse(remaining);
    var flags = flags(locked, amount);
    book.post(posting(locked, amount, flags, command.origin().channel()));
    return linked(locked)
        ? authorizations.clear(locked, amount, command.last(), flags, command.origin())
        : locked;
  }

  /** A declined or fully reversed authorization takes no clearing; the posting stands alone. */
  private static boolean linked(AuthorizationSnapshot locked) {
    return locked.status() != AuthorizationStatus.DECLINED
        && locked.status() != AuthorizationStatus.REVERSED;
  }

  private static List<String> flags(AuthorizationSnapshot locked, Money amount) {
    var flags = new ArrayList<String>();
    if (!linked(locked)) {
      flags.add("unmatched_force_post");
    } else if (locked.status() == AuthorizationStatus.EXPIRED) {
      flags.add("late_clearing");
    }
    if (linked(locked)
        && locked.kind() != AuthorizationKind.REFUND
        && locked.captured().plus(amount).compareTo(locked.authorized()) > 0) {
      flags.add("over_capture");
    }
    return flags;
  }

  private Posting posting(
      AuthorizationSnapshot locked, Money amount, List<String> flags, String channel) {
    var kind =
        switch (locked.kind()) {
          case CASH_ADVANCE -> PostingKind.CASH_ADVANCE;
          case QUASI_CASH -> PostingKind.QUASI_CASH;
          case REFUND -> PostingKind.REFUND;
          case PURCHASE, PREAUTHORIZATION, ACCOUNT_VERIFICATION -> PostingKind.PURCHASE;
        };
    var id = TransactionId.create();
    var merchant = locked.merchant();
    return new Posting(
        id,
        "capture:" + id,
        kind,
        locked.account().orElseThrow(),
        locked.card(),
        Optional.of(locked.id()),
        kind == PostingKind.REFUND ? amount.negated() : amount,
        kind.contraAccount(),
        clock.businessDate(),
        clock.now(),
        merchant.name(),
        channel,
        Optional.empty(),
        Optional.of(
            new MerchantDetails(
                merchant.id(),
                merchant.name(),
                Optional.of(merchant.mcc()),
                merchant.city(),
                Optional.of(merchant.country()))),
        flags);
  }
}
