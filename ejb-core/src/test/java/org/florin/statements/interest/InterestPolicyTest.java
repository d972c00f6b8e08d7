package org.florin.statements.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.florin.kernel.AnnualRate;
import org.florin.products.YearConvention;
import org.junit.jupiter.api.Test;

class InterestPolicyTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @Test
  void average_balance_of_181_67_at_14_99_for_31_days_costs_2_31() {
    // 31 days that add up to 5631.77: an average of 181.67.
    var days = days("14.99", 30, 18_167);
    days.addAll(days("14.99", 1, 18_167));

    var line = line("14.99", days, 31);

    assertEquals(new BigDecimal("18167.00"), line.averageDailyBalance());
    assertEquals(231, line.amountMinor());
  }

  @Test
  void balance_of_500_at_35_for_30_days_costs_14_38() {
    assertEquals(1_438, line("35", days("35", 30, 50_000), 30).amountMinor());
  }

  @Test
  void falling_balances_at_35_cost_11_99() {
    var days = days("35", 15, 50_000);
    days.addAll(days("35", 10, 30_000));
    days.addAll(days("35", 5, 40_000));

    var line = line("35", days, 30);

    assertEquals(1_199, line.amountMinor());
    assertEquals(new BigDecimal("41666.67"), line.averageDailyBalance());
  }

  @Test
  void interest_is_rounded_once_and_half_up() {
    // 36.5 % is a tenth of a percent a day: 500 minor units cost exactly half a minor unit.
    assertEquals(1, line("36.5", days("36.5", 1, 500), 30).amountMinor());
    assertEquals(0, line("36.5", days("36.5", 1, 499), 30).amountMinor());
    // Ten days of a twentieth each make half a unit; rounded daily they would make nothing.
    assertEquals(1, line("36.5", days("36.5", 10, 50), 30).amountMinor());
  }

  @Test
  void leap_year_counts_366_days_only_where_the_convention_says_so() {
    var days = new ArrayList<BearingDay>();
    for (var day = LocalDate.of(2028, 2, 1); day.getMonthValue() == 2; day = day.plusDays(1)) {
      days.add(new BearingDay(day, AnnualRate.of("20"), 1_000_000, 0));
    }
    var key = SegmentKey.of(BalanceKind.PURCHASE, AnnualRate.of("20"));

    assertEquals(
        15_890, InterestPolicy.line(key, days, 29, YearConvention.ACTUAL_365).amountMinor());
    assertEquals(
        15_847, InterestPolicy.line(key, days, 29, YearConvention.ACTUAL_ACTUAL).amountMinor());
  }

  @Test
  void year_end_is_counted_day_by_day() {
    var key = SegmentKey.of(BalanceKind.PURCHASE, AnnualRate.of("36.6"));
    var days =
        List.of(
            new BearingDay(LocalDate.of(2027, 12, 31), AnnualRate.of("36.5"), 100_000, 0),
            new BearingDay(LocalDate.of(2028, 1, 1), AnnualRate.of("36.6"), 100_000, 0));

    assertEquals(
        200, InterestPolicy.line(key, days, 2, YearConvention.ACTUAL_ACTUAL).amountMinor());
  }

  @Test
  void exempt_part_costs_nothing() {
    var day = new BearingDay(FIRST, AnnualRate.of("36.5"), 100_000, 40_000);

    assertEquals(60, line("36.5", List.of(day), 30).amountMinor());
    assertEquals(
        new BigDecimal("60.0000000000"), InterestPolicy.ofDay(day, YearConvention.ACTUAL_365));
  }

  @Test
  void line_tells_each_rate_once() {
    var days = days("20", 2, 100);
    days.addAll(days("15", 2, 100));

    assertEquals(List.of(AnnualRate.of("20"), AnnualRate.of("15")), line("20", days, 4).rates());
  }

  @Test
  void segment_reads_what_it_writes() {
    for (var text : List.of("purchase@19.9900", "balance_transfer@0.0000#WELCOME-24")) {
      assertEquals(text, SegmentKey.parse(text).toString());
    }
    assertThrows(IllegalArgumentException.class, () -> SegmentKey.parse("purchase"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SegmentKey(BalanceKind.FEE, AnnualRate.of("1"), "a,b"));
    assertThrows(
        ArithmeticException.class, () -> SegmentKey.of(BalanceKind.FEE, AnnualRate.of("1.00001")));
  }

  private static InterestLine line(String rate, List<BearingDay> days, int cycleDays) {
    return InterestPolicy.line(
        SegmentKey.of(BalanceKind.PURCHASE, AnnualRate.of(rate)),
        days,
        cycleDays,
        YearConvention.ACTUAL_365);
  }

  private static List<BearingDay> days(String rate, int count, long balanceMinor) {
    var days = new ArrayList<BearingDay>();
    for (var i = 0; i < count; i++) {
      days.add(new BearingDay(FIRST.plusDays(i), AnnualRate.of(rate), balanceMinor, 0));
    }
    return days;
  }
}
