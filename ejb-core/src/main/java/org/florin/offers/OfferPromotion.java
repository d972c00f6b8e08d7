package org.florin.offers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.accounts.AccountBook;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.offers.RateChange.Fault;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.statements.interest.Promotion;

/** Offers an open account a lower rate for what it borrows in a while. */
@Stateless
public class OfferPromotion {

  /**
   * @param promotion its code is new to the account
   */
  public record Command(AccountId account, Promotion promotion, Actor actor) {}

  @Inject AccountBook book;
  @Inject FindAccounts accounts;
  @Inject Offers offers;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  /** The account's lock orders it with the close of a day. */
  public RateChange handle(Command command) {
    book.lock(List.of(command.account()));
    var account = accounts.byId(command.account());
    if (account.isEmpty()) {
      return new RateChange.NoAccount();
    }
    var faults = PromotionPolicy.faults(command.promotion(), clock.businessDate());
    if (!account.get().status().equals("open")) {
      faults.add(new Fault("account", "Must be open."));
    }
    if (!faults.isEmpty()) {
      return new RateChange.Refused(faults);
    }
    if (!offers.add(command.account(), command.promotion())) {
      return new RateChange.Refused(
          List.of(new Fault("code", "The account has a promotion of this code.")));
    }
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "account.promotion",
            command.account().toString(),
            describe(command.promotion())));
    return new RateChange.Done();
  }

  private static String describe(Promotion promotion) {
    return "%s: %s %% on %s from %s to %s, ends %s"
        .formatted(
            promotion.code(),
            promotion.rate(),
            promotion.kind().code(),
            promotion.offeredFrom(),
            promotion.offeredUntil(),
            promotion.endsOn());
  }
}
