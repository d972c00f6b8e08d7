package org.florin.statements.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.florin.products.YearConvention;

/**
 * Interest of a cycle by the average daily balance including new transactions (Reg Z appendix
 * G-1(E)): each day's balance at a 365th (or 366th) of the yearly rate, summed exactly, rounded
 * once for the segment and cycle, half up to the minor unit.
 */
public final class InterestPolicy {

  private static final int SHOWN_DECIMALS = 2;
  private static final int DAILY_DECIMALS = 10;
  private static final int PERCENT_DECIMALS = 2;
  private static final int COMMON_YEAR = 365;
  private static final int LEAP_YEAR = 366;

  private InterestPolicy() {}

  /**
   * @param days of one segment, in order; days on which it did not exist may be left out
   * @param cycleDays length of the cycle in days, above 0
   */
  public static InterestLine line(
      SegmentKey segment, List<BearingDay> days, int cycleDays, YearConvention year) {
    var sumMinor = days.stream().mapToLong(BearingDay::bearingMinor).sum();
    return new InterestLine(
        segment,
        BigDecimal.valueOf(sumMinor)
            .divide(BigDecimal.valueOf(cycleDays), SHOWN_DECIMALS, RoundingMode.HALF_UP),
        amountMinor(days, year),
        days);
  }

  /** What one day costs before the cycle is rounded; minor units, ten decimals, half up. */
  public static BigDecimal ofDay(BearingDay day, YearConvention year) {
    return yearly(day)
        .divide(
            BigDecimal.valueOf(year.daysInYear(day.day())), DAILY_DECIMALS, RoundingMode.HALF_UP);
  }

  /** What days cost together, in minor units: the one place where interest is rounded. */
  public static long amountMinor(List<BearingDay> days, YearConvention year) {
    var common = BigDecimal.ZERO;
    var leap = BigDecimal.ZERO;
    for (var day : days) {
      if (year.daysInYear(day.day()) == LEAP_YEAR) {
        leap = leap.add(yearly(day));
      } else {
        common = common.add(yearly(day));
      }
    }
    // common/365 + leap/366 over one denominator, so that the only division is the rounded one.
    return common
        .multiply(BigDecimal.valueOf(LEAP_YEAR))
        .add(leap.multiply(BigDecimal.valueOf(COMMON_YEAR)))
        .divide(BigDecimal.valueOf(COMMON_YEAR * LEAP_YEAR), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** What the day's balance would cost in a whole year, exact. */
  private static BigDecimal yearly(BearingDay day) {
    return day.rate()
        .percent()
        .multiply(BigDecimal.valueOf(day.bearingMinor()))
        .movePointLeft(PERCENT_DECIMALS);
  }
}
