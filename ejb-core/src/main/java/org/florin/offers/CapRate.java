package org.florin.offers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.offers.RateChange.Fault;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.statements.interest.RateCap;

/** Notes that the law caps what an account may be charged, or until when it does. */
@Stateless
public class CapRate {

  /**
   * @param from first day of the cap; the same day again changes the last one
   * @param until last day; empty while it lasts
   */
  public record Command(
      AccountId account, CapReason reason, LocalDate from, Optional<LocalDate> until, Actor actor) {

    private boolean changes(RateCap cap) {
      return cap.reason().equals(reason.code()) && cap.from().equals(from);
    }
  }

  @Inject AccountBook book;
  @Inject FindAccounts accounts;
  @Inject Offers offers;
  @Inject FindOffers find;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  /** The account's lock orders it with the close of a day. */
  public RateChange handle(Command command) {
    book.lock(List.of(command.account()));
    if (accounts.byId(command.account()).isEmpty()) {
      return new RateChange.NoAccount();
    }
    var faults = faults(command);
    if (!faults.isEmpty()) {
      return new RateChange.Refused(faults);
    }
    offers.cap(command.account(), command.reason(), command.from(), command.until());
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "account.rate_cap",
            command.account().toString(),
            command.reason().code()
                + " from "
                + command.from()
                + command.until().map(day -> " to " + day).orElse("")));
    return new RateChange.Done();
  }

  /** Days that are closed keep their interest: a cap neither begins nor ends in them. */
  private List<Fault> faults(Command command) {
    var today = clock.businessDate();
    var faults = new ArrayList<Fault>();
    if (command.from().isBefore(today)
        && find.caps(command.account()).stream().noneMatch(command::changes)) {
      faults.add(
          new Fault(
              "from",
              "Must not be before the business date "
                  + today
                  + ", or be the first day of a cap the account has."));
    }
    if (command.until().filter(day -> day.isBefore(command.from())).isPresent()) {
      faults.add(new Fault("until", "Must not be before from."));
    }
    if (command.until().filter(day -> day.isBefore(today.minusDays(1))).isPresent()) {
      faults.add(new Fault("until", "Must not lie in days that are closed."));
    }
    return faults;
  }
}
