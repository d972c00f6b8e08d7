package org.florin.statements.interest;

import java.time.LocalDate;
import org.florin.kernel.AnnualRate;

/**
 * One day of a segment as interest sees it.
 *
 * @param balanceMinor at the end of the day
 * @param exemptMinor part of it that costs nothing because it was repaid in grace; 0 to {@code
 *     balanceMinor}
 */
public record BearingDay(LocalDate day, AnnualRate rate, long balanceMinor, long exemptMinor) {

  /** What interest is charged on. */
  public long bearingMinor() {
    return balanceMinor - exemptMinor;
  }
}
