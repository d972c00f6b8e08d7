package org.florin.statements.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.statements.allocation.AllocationPolicy.Open;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.delinquency.Due;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Grace;
import org.florin.statements.interest.SegmentDay;
import org.florin.statements.minimum.CycleCalendar;
import org.florin.statements.minimum.MinimumPaymentPolicy;
import org.florin.statements.minimum.PayoffPolicy;

/** Closes one day of one account: transactions, charges, and the statement where a cycle ends. */
public final class CloseDayPolicy {

  private CloseDayPolicy() {}

  /**
   * @param before the evening before
   * @param cycle the days of the present cycle before this one, in order; only looked at when the
   *     cycle closes
   */
  public static ClosedDay close(
      AccountDay before, DayPostings postings, List<AccountDay> cycle, AccountTerms terms) {
    var today = AccountDayPolicy.apply(before, postings, terms);
    var due = ChargePolicy.of(before, today, postings, cycle, terms);
    var charged = AccountDayPolicy.withCharges(today, due, terms);
    if (CycleCalendar.closesOn(today.day(), terms.cycleDay())) {
      return withStatement(charged, due, cycle, terms);
    }
    // A day with a statement waits: the statement asks once more, the next day charges off. What is
    // in dispute may not be owed at all: that waits for the outcome.
    return charged.disputedMinor() == 0
            && DelinquencyPolicy.isToBeChargedOff(charged.standing().dues(), charged.day())
        ? chargedOff(charged, due)
        : new ClosedDay(charged, due.charges(), Optional.empty(), 0);
  }

  private static ClosedDay chargedOff(AccountDay day, ChargePolicy.DayCharges due) {
    var balance = day.closingMinor();
    var settled =
        day.segments().stream()
            .map(
                segment ->
                    new SegmentDay(
                        segment.key(),
                        segment.rate(),
                        segment.debitMinor(),
                        segment.paidMinor(),
                        segment.balanceMinor(),
                        0))
            .toList();
    return new ClosedDay(
        new AccountDay(
            day.day(),
            day.openingMinor(),
            day.debitsMinor(),
            day.creditsMinor() + balance,
            day.paymentsMinor(),
            day.chargesMinor(),
            settled,
            0,
            day.disputes().stream().filter(each -> each.creditedMinor() > 0).toList(),
            day.inGrace(),
            day.daysPastDue(),
            day.standing().withSettlement(day.standing().settledMinor(), List.of())),
        due.charges(),
        Optional.empty(),
        balance);
  }

  private static ClosedDay withStatement(
      AccountDay day, ChargePolicy.DayCharges due, List<AccountDay> cycle, AccountTerms terms) {
    var standing = day.standing();
    var balance = day.closingMinor();
    var disputed = day.disputedMinor();
    var pastDue = DelinquencyPolicy.requiredMinor(standing.dues());
    var interest =
        due.charges().stream()
            .filter(charge -> charge.kind().balance() == BalanceKind.INTEREST)
            .mapToLong(Charge::amountMinor)
            .sum();
    var charges = cycle.stream().mapToLong(AccountDay::chargesMinor).sum() + day.chargesMinor();
    var minimum =
        MinimumPaymentPolicy.minimumMinor(
            terms.on(day.day()).minimum(),
            new MinimumPaymentPolicy.Facts(
                balance - disputed,
                interest,
                charges - interest,
                pastDue,
                Math.max(0, balance - disputed - terms.creditLimitMinor())));
    var statement =
        new LastStatement(
            day.day(),
            CycleCalendar.dueOn(day.day()),
            balance,
            Math.max(0, minimum - pastDue),
            disputed,
            standing.grace() == Grace.KEPT);
    var closed =
        new AccountDay(
            day.day(),
            day.openingMinor(),
            day.debitsMinor(),
            day.creditsMinor(),
            day.paymentsMinor(),
            day.chargesMinor(),
            day.segments(),
            day.creditBalanceMinor(),
            day.disputes(),
            day.inGrace(),
            day.daysPastDue(),
            standing.after(statement, required(standing, statement)));
    return new ClosedDay(
        closed,
        due.charges(),
        Optional.of(
            new ClosedDay.ClosedCycle(
                statement,
                cycle.size() + 1,
                due.interest(),
                pastDue,
                minimum,
                PayoffPolicy.warning(open(closed), terms.on(day.day()).minimum()))),
        0);
  }

  private static List<Due> required(Standing standing, LastStatement statement) {
    var dues = new ArrayList<>(standing.dues());
    if (statement.minimumMinor() > 0) {
      dues.add(new Due(statement.dueOn(), statement.minimumMinor()));
    }
    return List.copyOf(dues);
  }

  private static List<Open> open(AccountDay day) {
    return day.segments().stream()
        .filter(segment -> segment.closingMinor() > 0)
        .map(segment -> new Open(segment.key(), segment.rate(), segment.closingMinor()))
        .toList();
  }
}
