package org.florin.statements.fees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.florin.products.FeeSchedule;
import org.florin.statements.tape.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {

  private static final FeeSchedule FEES = Terms.fees();
  private static final int NEVER = PenaltyFeePolicy.CYCLES_REMEMBERED;

  @ParameterizedTest
  @CsvSource({
    // minimum due, cycles since the last, fee
    "4000, 7, 3000",
    "4000, 6, 4000",
    "5000, 6, 4100",
    "5000, 0, 4100",
    "2500, 7, 2500",
    "3000, 7, 3000",
    "0, 7, 0",
    "-5, 7, 0"
  })
  void late_fee_is_the_safe_harbour_but_never_above_the_minimum_due(
      long minimum, int cycles, long fee) {
    assertEquals(fee, PenaltyFeePolicy.missedPaymentMinor(FEES, minimum, cycles));
  }

  @Test
  void over_limit_costs_only_those_who_wished_for_it() {
    assertEquals(0, overLimit(false, 510_000, 0, NEVER));
    assertEquals(3_000, overLimit(true, 510_000, 0, NEVER));
    assertEquals(4_100, overLimit(true, 510_000, 0, 1));
  }

  @Test
  void over_limit_never_costs_more_than_the_excess_nor_for_the_banks_own_charges() {
    assertEquals(200, overLimit(true, 500_200, 0, NEVER));
    assertEquals(0, overLimit(true, 500_000, 0, NEVER));
    assertEquals(1, overLimit(true, 500_001, 0, NEVER));
    assertEquals(0, overLimit(true, 500_200, 200, NEVER));
    assertEquals(100, overLimit(true, 500_200, 100, NEVER));
  }

  private static long overLimit(boolean optedIn, long balance, long charges, int cycles) {
    return PenaltyFeePolicy.overLimitMinor(FEES, optedIn, balance, 500_000, charges, cycles);
  }

  @ParameterizedTest
  @CsvSource({"20000, 1000", "20010, 1001", "20009, 1000", "1, 1000", "0, 0", "-1, 0"})
  void cash_costs_five_percent_but_not_less_than_ten(long drawn, long fee) {
    assertEquals(fee, ServiceFeePolicy.cashAdvanceMinor(FEES, drawn));
  }

  @ParameterizedTest
  @CsvSource({"10000, 300", "10016, 300", "10017, 301", "16, 0", "17, 1", "0, 0", "-100, 0"})
  void foreign_purchase_costs_three_percent(long amount, long fee) {
    assertEquals(fee, ServiceFeePolicy.foreignMinor(FEES, amount));
  }

  @Test
  void annual_fee_comes_in_the_cycle_in_which_a_year_begins() {
    var fees = new FeeSchedule(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 9_500);
    var opened = LocalDate.of(2024, 2, 29);

    assertEquals(9_500, annual(fees, opened, "2024-02-06", "2024-03-05"));
    assertEquals(9_500, annual(fees, opened, "2024-02-29", "2024-03-05"));
    assertEquals(0, annual(fees, opened, "2024-03-06", "2024-04-05"));
    assertEquals(9_500, annual(fees, opened, "2025-02-28", "2025-03-05"));
    assertEquals(0, annual(fees, opened, "2025-03-01", "2025-03-05"));
    assertEquals(9_500, annual(fees, opened, "2025-02-06", "2025-02-28"));
    assertEquals(0, annual(fees, opened, "2025-12-06", "2026-01-05"));
    assertEquals(9_500, annual(fees, LocalDate.of(2023, 12, 20), "2025-12-06", "2026-01-05"));
    assertEquals(9_500, annual(fees, LocalDate.of(2023, 12, 20), "2023-12-20", "2024-01-05"));
  }

  private static long annual(FeeSchedule fees, LocalDate opened, String from, String to) {
    return ServiceFeePolicy.annualMinor(fees, opened, LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void negative_price_is_refused() {
    var zero = BigDecimal.ZERO;
    var below = new BigDecimal("-0.1");
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(-1, 0, 0, zero, zero, 0));
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(0, -1, 0, zero, zero, 0));
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(0, 0, -1, zero, zero, 0));
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(0, 0, 0, below, zero, 0));
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(0, 0, 0, zero, below, 0));
    assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(0, 0, 0, zero, zero, -1));
  }
}
