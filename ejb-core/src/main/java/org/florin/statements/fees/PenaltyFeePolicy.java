package org.florin.statements.fees;

import org.florin.products.FeeSchedule;

/** Fees for a lapse: a late or returned payment, a balance over the limit. */
public final class PenaltyFeePolicy {

  /** A lapse so many closed cycles ago, or more, no longer makes the next one dearer. */
  public static final int CYCLES_REMEMBERED = 7;

  private PenaltyFeePolicy() {}

  /**
   * For a payment that was late or came back: the safe harbour, at most the minimum that was due
   * (Reg Z 1026.52(b)(2)(i)).
   *
   * @param cyclesSinceLast cycles closed since the last lapse of the same kind; {@link
   *     #CYCLES_REMEMBERED} if there was none lately
   */
  public static long missedPaymentMinor(
      FeeSchedule fees, long minimumDueMinor, int cyclesSinceLast) {
    return Math.min(safeHarbourMinor(fees, cyclesSinceLast), Math.max(0, minimumDueMinor));
  }

  /**
   * For a balance above the limit at the end of a cycle: only where the cardholder wished for it,
   * at most the excess, and not for an excess that consists of the bank's own fees and interest
   * (Reg Z 1026.56(b), (j)(4); 1026.52(b)(2)(i)).
   *
   * @param balanceMinor at the end of the cycle
   * @param chargesMinor fees and interest charged in it
   */
  public static long overLimitMinor(
      FeeSchedule fees,
      boolean optedIn,
      long balanceMinor,
      long creditLimitMinor,
      long chargesMinor,
      int cyclesSinceLast) {
    var excess = balanceMinor - chargesMinor - creditLimitMinor;
    return optedIn && excess > 0 ? Math.min(safeHarbourMinor(fees, cyclesSinceLast), excess) : 0;
  }

  private static long safeHarbourMinor(FeeSchedule fees, int cyclesSinceLast) {
    return cyclesSinceLast < CYCLES_REMEMBERED
        ? fees.penaltyRepeatMinor()
        : fees.penaltyFirstMinor();
  }
}
