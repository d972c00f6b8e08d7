package org.florin.statements.delinquency;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The penalty rate: noticed when an account is more than 60 days past due, counting 45 days after
 * the notice (Reg Z 1026.9(g), 1026.55(b)(4)), and over after six minimum payments in a row in time
 * (1026.55(b)(4)(ii)).
 */
public final class PenaltyRatePolicy {

  static final int DAYS_PAST_DUE = 60;
  static final int NOTICE_DAYS = 45;
  static final int CURING_PAYMENTS = 6;

  private PenaltyRatePolicy() {}

  /** Whether balances cost the penalty rate on the day. */
  public static boolean counts(PenaltyRate rate, LocalDate day) {
    return rate.noticedOn()
        .filter(notice -> !day.isBefore(notice.plusDays(NOTICE_DAYS)))
        .isPresent();
  }

  /** After a day on which the account is so many days past due. */
  public static PenaltyRate afterDay(PenaltyRate rate, int daysPastDue, LocalDate day) {
    return rate.noticedOn().isEmpty() && daysPastDue > DAYS_PAST_DUE
        ? new PenaltyRate(Optional.of(day), 0)
        : rate;
  }

  /** After a due date. */
  public static PenaltyRate afterDueDate(PenaltyRate rate, boolean paidInTime, LocalDate dueOn) {
    if (!counts(rate, dueOn)) {
      return rate;
    }
    var inTime = paidInTime ? rate.onTimePayments() + 1 : 0;
    return inTime == CURING_PAYMENTS ? PenaltyRate.NONE : new PenaltyRate(rate.noticedOn(), inTime);
  }
}
