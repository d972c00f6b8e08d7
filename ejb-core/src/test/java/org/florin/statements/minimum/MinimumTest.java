package org.florin.statements.minimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.products.MinimumOrder;
import org.florin.products.MinimumRule;
import org.florin.statements.allocation.AllocationPolicy.Open;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.SegmentKey;
import org.florin.statements.minimum.MinimumPaymentPolicy.Facts;
import org.junit.jupiter.api.Test;

class MinimumTest {

  private static final MinimumRule RULE =
      new MinimumRule(2_500, new BigDecimal("1"), false, MinimumOrder.LOWEST_RATE_FIRST);

  @Test
  void minimum_is_the_larger_of_flat_and_share_with_interest_and_fees() {
    assertEquals(2_500, minimum(100_000, 0, 0, 0, 0));
    assertEquals(2_500, minimum(100_000, 1_500, 0, 0, 0));
    assertEquals(2_501, minimum(100_000, 1_501, 0, 0, 0));
    assertEquals(5_501, minimum(100_000, 1_501, 3_000, 0, 0));
  }

  @Test
  void share_is_rounded_half_up() {
    assertEquals(2_501, minimum(250_050, 0, 0, 0, 0));
    assertEquals(2_500, minimum(250_049, 0, 0, 0, 0));
  }

  @Test
  void past_due_comes_on_top_and_over_limit_where_the_rule_says_so() {
    assertEquals(6_500, minimum(100_000, 0, 0, 4_000, 700));
    assertEquals(
        7_200,
        MinimumPaymentPolicy.minimumMinor(
            new MinimumRule(2_500, BigDecimal.ONE, true, MinimumOrder.LOWEST_RATE_FIRST),
            new Facts(100_000, 0, 0, 4_000, 700)));
  }

  @Test
  void never_above_the_balance_and_nothing_of_nothing() {
    assertEquals(1_999, minimum(1_999, 0, 0, 4_000, 0));
    assertEquals(1, minimum(1, 0, 0, 0, 0));
    assertEquals(0, minimum(0, 0, 0, 500, 0));
    assertEquals(0, minimum(-10, 0, 0, 0, 0));
  }

  private static long minimum(long balance, long interest, long fees, long pastDue, long over) {
    return MinimumPaymentPolicy.minimumMinor(
        RULE, new Facts(balance, interest, fees, pastDue, over));
  }

  @Test
  void rule_out_of_range_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> rule(-1, "1"));
    assertThrows(IllegalArgumentException.class, () -> rule(0, "-0.001"));
    assertThrows(IllegalArgumentException.class, () -> rule(0, "100.001"));
    assertEquals(new BigDecimal("100"), rule(0, "100").percent());
  }

  private static MinimumRule rule(long flat, String percent) {
    return new MinimumRule(flat, new BigDecimal(percent), false, MinimumOrder.LOWEST_RATE_FIRST);
  }

  @Test
  void due_date_is_the_same_day_each_month_21_days_or_more_behind_and_before_the_next_closing() {
    for (var cycleDay = 1; cycleDay <= 28; cycleDay++) {
      var dueDay = CycleCalendar.dueOn(LocalDate.of(2026, 1, cycleDay)).getDayOfMonth();
      for (var month = 0; month < 48; month++) {
        var closing = LocalDate.of(2026, 1, cycleDay).plusMonths(month);
        var due = CycleCalendar.dueOn(closing);

        assertEquals(dueDay, due.getDayOfMonth());
        assertTrue(ChronoUnit.DAYS.between(closing, due) >= 25, closing + " " + due);
        assertTrue(due.isBefore(closing.plusMonths(1)), closing + " " + due);
      }
    }
  }

  @Test
  void cycle_closes_on_its_day() {
    assertTrue(CycleCalendar.closesOn(LocalDate.of(2026, 2, 28), 28));
    assertFalse(CycleCalendar.closesOn(LocalDate.of(2026, 2, 27), 28));
    assertEquals(
        LocalDate.of(2026, 2, 28), CycleCalendar.lastClosing(LocalDate.of(2026, 2, 28), 28));
    assertEquals(
        LocalDate.of(2026, 1, 28), CycleCalendar.lastClosing(LocalDate.of(2026, 2, 27), 28));
  }

  @Test
  void thousand_at_17_percent_takes_five_years_at_the_flat_minimum() {
    var warning = warning(RULE, open("17", 100_000)).orElseThrow();

    // 25.00 a month at 17 %/12: 59 payments and a smaller one.
    assertEquals(Optional.of(60), warning.months());
    assertEquals(148_620, warning.totalMinor());
    var alternative = warning.threeYears().orElseThrow();
    assertEquals(3_565, alternative.paymentMinor());
    assertEquals(36 * 3_565, alternative.totalMinor());
    assertEquals(148_620 - 36 * 3_565, alternative.savingMinor());
  }

  @Test
  void balance_paid_within_three_years_needs_no_alternative() {
    var warning = warning(RULE, open("0", 90_000)).orElseThrow();

    assertEquals(Optional.of(36), warning.months());
    assertEquals(90_000, warning.totalMinor());
    assertEquals(Optional.empty(), warning.threeYears());
    assertTrue(warning(RULE, open("0", 90_001)).orElseThrow().threeYears().isPresent());
  }

  @Test
  void alternative_without_interest_is_a_36th() {
    var alternative = warning(RULE, open("0", 360_018)).orElseThrow().threeYears().orElseThrow();

    assertEquals(10_001, alternative.paymentMinor());
    assertEquals(0, alternative.savingMinor());
  }

  @Test
  void minimum_that_outlasts_a_century_never_ends() {
    var tiny = new MinimumRule(100, BigDecimal.ZERO, false, MinimumOrder.LOWEST_RATE_FIRST);
    var warning = PayoffPolicy.warning(List.of(open("0", 1_000_000)), tiny).orElseThrow();

    assertEquals(Optional.empty(), warning.months());
    assertEquals(PayoffPolicy.MONTHS_MAX * 100L, warning.totalMinor());
    assertEquals(0, warning.threeYears().orElseThrow().savingMinor());
  }

  @Test
  void nothing_owed_needs_no_warning() {
    assertEquals(Optional.empty(), warning(RULE));
    assertEquals(Optional.empty(), warning(RULE, open("17", 0)));
  }

  @Test
  void rates_are_weighted_by_their_balances() {
    var mixed = warning(RULE, open("10", 50_000), open("24", 50_000)).orElseThrow();

    assertEquals(warning(RULE, open("17", 100_000)).orElseThrow(), mixed);
  }

  private static Optional<PayoffWarning> warning(MinimumRule rule, Open... balances) {
    return PayoffPolicy.warning(List.of(balances), rule);
  }

  private static Open open(String rate, long minor) {
    return new Open(
        SegmentKey.of(BalanceKind.PURCHASE, AnnualRate.of(rate)), AnnualRate.of(rate), minor);
  }
}
