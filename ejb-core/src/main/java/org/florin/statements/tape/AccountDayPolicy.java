package org.florin.statements.tape;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.florin.products.MinimumOrder;
import org.florin.statements.allocation.AllocationPolicy;
import org.florin.statements.allocation.AllocationPolicy.Open;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.delinquency.Due;
import org.florin.statements.delinquency.PenaltyRate;
import org.florin.statements.delinquency.PenaltyRatePolicy;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.SegmentDay;
import org.florin.statements.interest.SegmentKey;

/**
 * One day of an account. Transactions raise their segments first, then credits, then payments are
 * allocated, whatever order they came in; interest is figured on what is left then. Charges come
 * last.
 */
public final class AccountDayPolicy {

  private AccountDayPolicy() {}

  /** The day without its charges. */
  public static AccountDay apply(AccountDay before, DayPostings postings, AccountTerms terms) {
    return new Working(before, terms).day(postings);
  }

  /** What a payment of today would pay, beside all that happened today already. */
  public static AllocationPolicy.Allocation preview(
      AccountDay before, DayPostings postings, AccountTerms terms, long paymentMinor) {
    var working = new Working(before, terms);
    working.day(postings);
    return AllocationPolicy.ofPayment(
        working.open(),
        DelinquencyPolicy.requiredMinor(working.duesLeft),
        paymentMinor,
        working.order());
  }

  /** The day with its charges on top of what was figured so far. */
  static AccountDay withCharges(AccountDay day, ChargePolicy.DayCharges due, AccountTerms terms) {
    var charges = due.charges();
    var standing = due.standing();
    var credit = day.creditBalanceMinor();
    var added = new TreeMap<SegmentKey, Long>();
    for (var charge : charges) {
      var fromCredit = Math.min(credit, charge.amountMinor());
      credit -= fromCredit;
      if (charge.amountMinor() > fromCredit) {
        added.merge(
            terms.segmentOf(charge.kind().balance(), day.day()),
            charge.amountMinor() - fromCredit,
            Long::sum);
      }
    }
    var segments = new TreeMap<SegmentKey, SegmentDay>();
    day.segments().forEach(segment -> segments.put(segment.key(), segment));
    added.forEach(
        (key, minor) -> {
          var present = segments.get(key);
          segments.put(
              key,
              present == null
                  ? new SegmentDay(
                      key, terms.rateOf(key, day.day(), standing.penalty()), 0, 0, 0, minor)
                  : new SegmentDay(
                      key,
                      present.rate(),
                      present.debitMinor(),
                      present.paidMinor(),
                      present.balanceMinor(),
                      present.closingMinor() + minor));
        });
    return new AccountDay(
        day.day(),
        day.openingMinor(),
        day.debitsMinor(),
        day.creditsMinor(),
        day.paymentsMinor(),
        day.chargesMinor() + charges.stream().mapToLong(Charge::amountMinor).sum(),
        List.copyOf(segments.values()),
        credit,
        due.disputes(),
        day.inGrace(),
        day.daysPastDue(),
        standing);
  }

  /** The balances while the day is figured. */
  private static final class Working {

    private final AccountDay before;
    private final AccountTerms terms;
    private final LocalDate day;
    private final SortedMap<SegmentKey, Long> balances = new TreeMap<>();
    private final SortedMap<SegmentKey, Long> debits = new TreeMap<>();
    private final SortedMap<SegmentKey, Long> paid = new TreeMap<>();
    private long credit;
    private Standing asked;
    private List<Due> duesLeft;
    private List<Disputed> disputes;

    Working(AccountDay before, AccountTerms terms) {
      this.before = before;
      this.terms = terms;
      this.day = before.day().plusDays(1);
      this.credit = before.creditBalanceMinor();
      this.asked = before.standing();
      this.duesLeft = asked.dues();
      this.disputes = before.disputes();
      before.segments().stream()
          .filter(segment -> segment.closingMinor() > 0)
          .forEach(segment -> balances.put(segment.key(), segment.closingMinor()));
    }

    AccountDay day(DayPostings postings) {
      postings.debits().forEach((kind, minor) -> debit(kind, minor));
      debit(BalanceKind.PURCHASE, Math.max(0, -postings.paymentsMinor()));
      postings
          .returns()
          .forEach(payment -> duesLeft = DelinquencyPolicy.reopen(duesLeft, payment.reopened()));
      asked = asked.withSettlement(asked.settledMinor(), duesLeft);
      dispute(postings.disputes());
      credit(postings.creditsMinor());
      pay(Math.max(0, postings.paymentsMinor()));
      var standing = standing(postings);
      return new AccountDay(
          day,
          before.closingMinor(),
          postings.debits().values().stream().mapToLong(Long::longValue).sum(),
          postings.creditsMinor(),
          postings.paymentsMinor(),
          0,
          segments(standing.penalty()),
          credit,
          disputes,
          standing.isInGrace(day),
          standing.daysPastDue(day),
          standing);
    }

    private void debit(BalanceKind kind, long minor) {
      if (minor == 0) {
        return;
      }
      var segment = terms.segmentOf(kind, day);
      debits.merge(segment, minor, Long::sum);
      var fromCredit = Math.min(credit, minor);
      credit -= fromCredit;
      balances.merge(segment, minor - fromCredit, Long::sum);
    }

    private void dispute(List<DisputeChange> changes) {
      if (changes.isEmpty()) {
        return;
      }
      var disputedBefore = disputes.stream().mapToLong(Disputed::openMinor).sum();
      var owed = balances.values().stream().mapToLong(Long::longValue).sum();
      asked = DisputePolicy.relieved(asked, day, changes, Math.max(0, owed - disputedBefore));
      duesLeft = asked.dues();
      disputes = DisputePolicy.after(disputes, changes, terms);
    }

    private void credit(long minor) {
      var allocation = AllocationPolicy.ofCredit(open(), minor);
      allocation.paid().forEach((segment, part) -> balances.merge(segment, -part, Long::sum));
      credit += allocation.leftMinor();
    }

    private void pay(long minor) {
      var allocation =
          AllocationPolicy.ofPayment(
              open(), DelinquencyPolicy.requiredMinor(duesLeft), minor, order());
      allocation.paid().forEach((segment, part) -> balances.merge(segment, -part, Long::sum));
      paid.putAll(allocation.paid());
      credit += allocation.leftMinor();
      duesLeft = DelinquencyPolicy.pay(duesLeft, minor);
    }

    private MinimumOrder order() {
      return terms.on(day).minimum().order();
    }

    List<Open> open() {
      var open = new ArrayList<Open>(balances.size());
      balances.forEach(
          (segment, minor) ->
              open.add(
                  new Open(
                      segment, terms.rateOf(segment, day, before.standing().penalty()), minor)));
      return open;
    }

    private Standing standing(DayPostings postings) {
      var last = asked;
      var inTime = last.statement().filter(statement -> !day.isAfter(statement.dueOn()));
      var settled =
          inTime.isPresent()
              ? last.settledMinor() + postings.creditsMinor() + postings.paymentsMinor()
              : last.settledMinor() - unsettled(postings);
      var standing = last.withSettlement(settled, duesLeft);
      return standing.withPenalty(penalty(standing));
    }

    /** What came back behind the due date although it had counted as paid in time. */
    private long unsettled(DayPostings postings) {
      return asked
          .statement()
          .map(
              last ->
                  postings.returns().stream()
                      .filter(payment -> payment.countedOn().isAfter(last.closedOn()))
                      .filter(payment -> !payment.countedOn().isAfter(last.dueOn()))
                      .mapToLong(ReturnedPayment::amountMinor)
                      .sum())
          .orElse(0L);
    }

    private PenaltyRate penalty(Standing standing) {
      var rate = PenaltyRatePolicy.afterDay(standing.penalty(), standing.daysPastDue(day), day);
      return standing
          .statement()
          .map(LastStatement::dueOn)
          .filter(day::equals)
          .map(
              dueOn ->
                  PenaltyRatePolicy.afterDueDate(
                      rate,
                      standing.dues().stream().noneMatch(due -> due.dueOn().equals(dueOn)),
                      dueOn))
          .orElse(rate);
    }

    private List<SegmentDay> segments(PenaltyRate penalty) {
      var segments = new ArrayList<SegmentDay>(balances.size());
      for (Map.Entry<SegmentKey, Long> balance : balances.entrySet()) {
        var key = balance.getKey();
        segments.add(
            new SegmentDay(
                key,
                terms.rateOf(key, day, penalty),
                debits.getOrDefault(key, 0L),
                paid.getOrDefault(key, 0L),
                balance.getValue(),
                balance.getValue()));
      }
      return segments;
    }
  }
}
