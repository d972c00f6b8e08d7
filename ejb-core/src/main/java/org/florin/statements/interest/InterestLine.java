package org.florin.statements.interest;

import java.math.BigDecimal;
import java.util.List;
import org.florin.kernel.AnnualRate;

/**
 * A segment's interest for a cycle, with the days behind it.
 *
 * @param averageDailyBalance the balance subject to interest; major units of two decimals are made
 *     of it by the reader, here minor units with two decimals
 * @param amountMinor rounded once, half up
 * @param days every day of the cycle on which the segment existed, in order
 */
public record InterestLine(
    SegmentKey segment, BigDecimal averageDailyBalance, long amountMinor, List<BearingDay> days) {

  /** The rates of the cycle in order, each once where it stays the same. */
  public List<AnnualRate> rates() {
    return days.stream().map(BearingDay::rate).distinct().toList();
  }
}
