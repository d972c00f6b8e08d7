package org.florin.statements.tape;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.delinquency.Due;
import org.florin.statements.delinquency.PenaltyRate;
import org.florin.statements.fees.PenaltyFeePolicy;
import org.florin.statements.interest.Grace;
import org.florin.statements.interest.GracePolicy;

/**
 * How an account stands with its statements at the end of a day.
 *
 * @param settledMinor paid and credited since the latest statement, up to its due date
 * @param dues what is left of required payments, oldest first
 * @param cyclesSinceLate cycles closed since the last late payment, at most {@link
 *     PenaltyFeePolicy#CYCLES_REMEMBERED}
 * @param cyclesSinceReturned the same of returned payments
 * @param cyclesSinceOverLimit the same of balances over the limit
 * @param penalizedDueOn due date of the latest required payment that cost a fee already; one event
 *     costs one (Reg Z 1026.52(b)(2)(ii))
 */
public record Standing(
    Optional<LastStatement> statement,
    long settledMinor,
    List<Due> dues,
    PenaltyRate penalty,
    int cyclesSinceLate,
    int cyclesSinceReturned,
    int cyclesSinceOverLimit,
    Optional<LocalDate> penalizedDueOn) {

  /** Of an account without a statement. */
  public static final Standing NEW =
      new Standing(
          Optional.empty(),
          0,
          List.of(),
          PenaltyRate.NONE,
          PenaltyFeePolicy.CYCLES_REMEMBERED,
          PenaltyFeePolicy.CYCLES_REMEMBERED,
          PenaltyFeePolicy.CYCLES_REMEMBERED,
          Optional.empty());

  /** What a cycle that ended now would find. */
  public Grace grace() {
    return statement
        .map(last -> GracePolicy.ofCycle(last.payableMinor(), settledMinor, last.hadGrace()))
        .orElse(Grace.KEPT);
  }

  /** Whether purchases cost nothing as things stand on the day. */
  public boolean isInGrace(LocalDate day) {
    return grace() == Grace.KEPT
        || grace() == Grace.LOST
            && statement.filter(last -> !day.isAfter(last.dueOn())).isPresent();
  }

  /** Days since the oldest missed due date. */
  public int daysPastDue(LocalDate day) {
    return DelinquencyPolicy.daysPastDue(dues, day);
  }

  Standing withSettlement(long settled, List<Due> left) {
    return new Standing(
        statement,
        settled,
        left,
        penalty,
        cyclesSinceLate,
        cyclesSinceReturned,
        cyclesSinceOverLimit,
        penalizedDueOn);
  }

  Standing withDisputes(Optional<LastStatement> relieved, List<Due> left) {
    return new Standing(
        relieved,
        settledMinor,
        left,
        penalty,
        cyclesSinceLate,
        cyclesSinceReturned,
        cyclesSinceOverLimit,
        penalizedDueOn);
  }

  Standing withPenalty(PenaltyRate rate) {
    return new Standing(
        statement,
        settledMinor,
        dues,
        rate,
        cyclesSinceLate,
        cyclesSinceReturned,
        cyclesSinceOverLimit,
        penalizedDueOn);
  }

  Standing afterLapse(ChargeKind lapse, Optional<LocalDate> penalized) {
    return new Standing(
        statement,
        settledMinor,
        dues,
        penalty,
        lapse == ChargeKind.LATE_FEE ? 0 : cyclesSinceLate,
        lapse == ChargeKind.RETURNED_PAYMENT_FEE ? 0 : cyclesSinceReturned,
        lapse == ChargeKind.OVER_LIMIT_FEE ? 0 : cyclesSinceOverLimit,
        penalized.or(() -> penalizedDueOn));
  }

  /** After the statement of a cycle. */
  Standing after(LastStatement drawn, List<Due> required) {
    return new Standing(
        Optional.of(drawn),
        0,
        required,
        penalty,
        aged(cyclesSinceLate),
        aged(cyclesSinceReturned),
        aged(cyclesSinceOverLimit),
        penalizedDueOn);
  }

  private static int aged(int cycles) {
    return Math.min(PenaltyFeePolicy.CYCLES_REMEMBERED, cycles + 1);
  }
}
