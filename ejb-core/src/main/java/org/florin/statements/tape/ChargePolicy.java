package org.florin.statements.tape;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.florin.products.CreditTerms;
import org.florin.statements.fees.PenaltyFeePolicy;
import org.florin.statements.fees.ServiceFeePolicy;
import org.florin.statements.interest.GracePolicy;
import org.florin.statements.interest.InterestLine;
import org.florin.statements.interest.InterestPolicy;
import org.florin.statements.interest.SegmentDay;
import org.florin.statements.interest.SegmentKey;
import org.florin.statements.minimum.CycleCalendar;

/** What a day calls for beside its transactions: fees on any day, interest when a cycle closes. */
public final class ChargePolicy {

  /**
   * @param charges in the order they are booked
   * @param interest by segment, where a cycle closes; lines of no interest included
   * @param standing with the lapses of the day remembered
   * @param disputes with what was not charged for them, where a cycle closes
   */
  public record DayCharges(
      List<Charge> charges,
      List<InterestLine> interest,
      Standing standing,
      List<Disputed> disputes) {}

  private ChargePolicy() {}

  /**
   * @param before the evening before
   * @param today with its transactions
   * @param cycle the days of the cycle before today, in order; only looked at when the cycle closes
   */
  public static DayCharges of(
      AccountDay before,
      AccountDay today,
      DayPostings postings,
      List<AccountDay> cycle,
      AccountTerms terms) {
    var working = new Working(today, terms);
    working.serviceFees(postings);
    working.returnedPayments(postings);
    working.latePayment(before.standing());
    if (CycleCalendar.closesOn(today.day(), terms.cycleDay())) {
      var days = new ArrayList<>(cycle);
      days.add(today);
      working.endOfCycle(days);
    }
    return new DayCharges(working.charges, working.interest, working.standing, working.disputes);
  }

  /** The interest of a cycle by segment, and what disputes spare. */
  private record CycleInterest(List<InterestLine> lines, List<DisputePolicy.Spared> spared) {}

  /**
   * @param days all days of the cycle, in order, at least one
   */
  private static CycleInterest interest(List<AccountDay> days, AccountTerms terms) {
    var last = days.getLast();
    var disputes = new HashMap<LocalDate, List<Disputed>>();
    var bySegment = new TreeMap<SegmentKey, List<GracePolicy.Observed>>();
    for (var day : days) {
      disputes.put(day.day(), day.disputes());
      for (SegmentDay segment : day.segments()) {
        bySegment
            .computeIfAbsent(segment.key(), key -> new ArrayList<>())
            .add(new GracePolicy.Observed(day.day(), segment));
      }
    }
    var lines = new ArrayList<InterestLine>();
    var grace = last.standing().grace();
    var spared = new ArrayList<>(DisputePolicy.credited(days, grace, terms));
    var dueOn = last.standing().statement().map(LastStatement::dueOn);
    for (Map.Entry<SegmentKey, List<GracePolicy.Observed>> entry : bySegment.entrySet()) {
      var key = entry.getKey();
      var bearing = GracePolicy.bearing(key.kind(), entry.getValue(), grace, dueOn);
      if (bearing.stream().anyMatch(day -> day.balanceMinor() > 0)) {
        var disputed = DisputePolicy.spared(key, bearing, disputes);
        spared.addAll(disputed);
        lines.add(
            InterestPolicy.line(
                key,
                DisputePolicy.without(disputed, bearing),
                days.size(),
                terms.on(last.day()).year()));
      }
    }
    return new CycleInterest(lines, spared);
  }

  /** The charges while they are collected. */
  private static final class Working {

    private final AccountDay today;
    private final AccountTerms terms;
    private final CreditTerms prices;
    private final List<Charge> charges = new ArrayList<>();
    private List<InterestLine> interest = List.of();
    private Standing standing;
    private List<Disputed> disputes;

    Working(AccountDay today, AccountTerms terms) {
      this.today = today;
      this.terms = terms;
      this.prices = terms.on(today.day());
      this.standing = today.standing();
      this.disputes = today.disputes();
    }

    void serviceFees(DayPostings postings) {
      add(
          ChargeKind.CASH_ADVANCE_FEE,
          postings.cashAdvances().stream()
              .mapToLong(minor -> ServiceFeePolicy.cashAdvanceMinor(prices.fees(), minor))
              .sum());
      add(
          ChargeKind.FOREIGN_FEE,
          postings.foreignPurchases().stream()
              .mapToLong(minor -> ServiceFeePolicy.foreignMinor(prices.fees(), minor))
              .sum());
    }

    void returnedPayments(DayPostings postings) {
      if (postings.returnedPayments() == 0) {
        return;
      }
      standing
          .statement()
          .filter(last -> !Optional.of(last.dueOn()).equals(standing.penalizedDueOn()))
          .ifPresent(
              last ->
                  lapse(
                      ChargeKind.RETURNED_PAYMENT_FEE,
                      last.dueOn(),
                      PenaltyFeePolicy.missedPaymentMinor(
                          prices.fees(), last.minimumMinor(), standing.cyclesSinceReturned())));
    }

    /** The first day behind a due date that was missed. */
    void latePayment(Standing yesterday) {
      LocalDate dueOn = today.day().minusDays(1);
      yesterday
          .statement()
          .filter(last -> last.dueOn().equals(dueOn))
          .filter(last -> yesterday.dues().stream().anyMatch(due -> due.dueOn().equals(dueOn)))
          .filter(last -> !Optional.of(dueOn).equals(standing.penalizedDueOn()))
          .ifPresent(
              last ->
                  lapse(
                      ChargeKind.LATE_FEE,
                      dueOn,
                      PenaltyFeePolicy.missedPaymentMinor(
                          prices.fees(), last.minimumMinor(), standing.cyclesSinceLate())));
    }

    void endOfCycle(List<AccountDay> days) {
      var cycle = ChargePolicy.interest(days, terms);
      interest = cycle.lines();
      var total = 0L;
      for (var line : interest) {
        if (line.amountMinor() > 0) {
          charges.add(
              new Charge(
                  ChargeKind.INTEREST,
                  line.segment().toString(),
                  "Interest on " + line.segment().kind().code().replace('_', ' ') + " balance",
                  line.amountMinor()));
          total += line.amountMinor();
        }
      }
      if (total > 0) {
        add(ChargeKind.MINIMUM_INTEREST, Math.max(0, prices.minimumInterestMinor() - total));
      }
      var disputesEnd = DisputePolicy.endOfCycle(today, cycle.spared(), terms);
      charges.addAll(disputesEnd.charges());
      disputes = disputesEnd.disputes();
      add(
          ChargeKind.ANNUAL_FEE,
          ServiceFeePolicy.annualMinor(
              prices.fees(), terms.openedOn(), days.getFirst().day(), today.day()));
      overLimit(days);
    }

    private void overLimit(List<AccountDay> days) {
      var chargedBefore = days.stream().mapToLong(AccountDay::chargesMinor).sum();
      var fee =
          PenaltyFeePolicy.overLimitMinor(
              prices.fees(),
              terms.overLimitOptIn(),
              today.closingMinor() - today.disputedMinor(),
              terms.creditLimitMinor(),
              chargedBefore,
              standing.cyclesSinceOverLimit());
      if (fee > 0) {
        add(ChargeKind.OVER_LIMIT_FEE, fee);
        standing = standing.afterLapse(ChargeKind.OVER_LIMIT_FEE, Optional.empty());
      }
    }

    private void lapse(ChargeKind kind, LocalDate dueOn, long feeMinor) {
      add(kind, feeMinor);
      standing = standing.afterLapse(kind, Optional.of(dueOn));
    }

    private void add(ChargeKind kind, long minor) {
      if (minor > 0) {
        charges.add(Charge.of(kind, minor));
      }
    }
  }
}
