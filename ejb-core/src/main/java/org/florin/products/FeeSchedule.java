package org.florin.products;

import java.math.BigDecimal;

/**
 * What services and lapses cost; minor units, 0 for free. Penalty amounts are the safe harbour of
 * Reg Z 1026.52(b)(1)(ii) or less.
 *
 * @param penaltyFirstMinor for a lapse (late, returned payment, over the limit)
 * @param penaltyRepeatMinor for a lapse of the same kind in the six cycles after one
 * @param cashAdvanceFlatMinor least a cash advance costs
 * @param cashAdvancePercent of the amount drawn, where that is more
 * @param foreignPercent of a purchase made abroad
 * @param annualMinor for each year of the account
 */
public record FeeSchedule(
    long penaltyFirstMinor,
    long penaltyRepeatMinor,
    long cashAdvanceFlatMinor,
    BigDecimal cashAdvancePercent,
    BigDecimal foreignPercent,
    long annualMinor) {

  /**
   * @throws IllegalArgumentException if an amount or a percentage is negative
   */
  public FeeSchedule {
    if (penaltyFirstMinor < 0
        || penaltyRepeatMinor < 0
        || cashAdvanceFlatMinor < 0
        || cashAdvancePercent.signum() < 0
        || foreignPercent.signum() < 0
        || annualMinor < 0) {
      throw new IllegalArgumentException("fee out of range");
    }
  }
}
