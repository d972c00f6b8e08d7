package org.florin.statements.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.junit.jupiter.api.Test;

class GracePolicyTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate DUE = FIRST.plusDays(4);

  @Test
  void paying_all_keeps_grace_one_cent_less_loses_it() {
    assertEquals(Grace.KEPT, GracePolicy.ofCycle(10_000, 10_000, true));
    assertEquals(Grace.LOST, GracePolicy.ofCycle(10_000, 9_999, true));
    assertEquals(Grace.NONE, GracePolicy.ofCycle(10_000, 9_999, false));
    assertEquals(Grace.KEPT, GracePolicy.ofCycle(10_000, 10_000, false));
    assertEquals(Grace.KEPT, GracePolicy.ofCycle(0, 0, false));
    assertEquals(Grace.KEPT, GracePolicy.ofCycle(-500, -600, false));
  }

  @Test
  void kept_grace_exempts_purchases_but_not_cash() {
    var days = List.of(observed(0, 1_000, 0), observed(1, 1_500, 0));

    assertEquals(List.of(1_000L, 1_500L), exempt(BalanceKind.PURCHASE, days, Grace.KEPT));
    assertEquals(List.of(0L, 0L), exempt(BalanceKind.CASH_ADVANCE, days, Grace.KEPT));
  }

  @Test
  void part_repaid_in_grace_costs_nothing_before_the_payment() {
    var days =
        List.of(
            observed(0, 10_000, 0),
            observed(1, 10_000, 0),
            observed(2, 4_000, 6_000),
            observed(3, 4_000, 0),
            observed(4, 3_000, 1_000),
            observed(5, 2_500, 500));

    // 7,000 were repaid by the due date; the 500 behind it don't count.
    assertEquals(
        List.of(7_000L, 7_000L, 1_000L, 1_000L, 0L, 0L),
        exempt(BalanceKind.PURCHASE, days, Grace.LOST));
    assertEquals(
        List.of(0L, 0L, 0L, 0L, 0L, 0L), exempt(BalanceKind.CASH_ADVANCE, days, Grace.LOST));
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L), exempt(BalanceKind.PURCHASE, days, Grace.NONE));
  }

  @Test
  void never_more_is_exempt_than_is_owed() {
    var days = List.of(observed(0, 2_000, 0), observed(1, 500, 5_000));

    assertEquals(List.of(2_000L, 0L), exempt(BalanceKind.FEE, days, Grace.LOST));
  }

  private static List<Long> exempt(BalanceKind kind, List<GracePolicy.Observed> days, Grace grace) {
    return GracePolicy.bearing(kind, days, grace, Optional.of(DUE)).stream()
        .map(BearingDay::exemptMinor)
        .toList();
  }

  private static GracePolicy.Observed observed(int offset, long balanceMinor, long paidMinor) {
    var rate = AnnualRate.of("20");
    return new GracePolicy.Observed(
        FIRST.plusDays(offset),
        new SegmentDay(
            SegmentKey.of(BalanceKind.PURCHASE, rate),
            rate,
            0,
            paidMinor,
            balanceMinor,
            balanceMinor));
  }

  @Test
  void nothing_is_repaid_in_grace_without_a_due_date() {
    var days = new ArrayList<>(List.of(observed(0, 100, 0), observed(1, 50, 50)));

    assertEquals(
        List.of(0L, 0L),
        GracePolicy.bearing(BalanceKind.PURCHASE, days, Grace.LOST, Optional.empty()).stream()
            .map(BearingDay::exemptMinor)
            .toList());
  }
}
