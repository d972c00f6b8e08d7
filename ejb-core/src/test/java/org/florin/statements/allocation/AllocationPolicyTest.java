package org.florin.statements.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.florin.kernel.AnnualRate;
import org.florin.products.MinimumOrder;
import org.florin.statements.allocation.AllocationPolicy.Open;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.SegmentKey;
import org.junit.jupiter.api.Test;

class AllocationPolicyTest {

  private static final Open TRANSFER = open(BalanceKind.BALANCE_TRANSFER, "0", 100_000);
  private static final Open PURCHASES = open(BalanceKind.PURCHASE, "17.99", 50_000);
  private static final Open CASH = open(BalanceKind.CASH_ADVANCE, "24.99", 15_000);
  private static final List<Open> ALL = List.of(PURCHASES, CASH, TRANSFER);

  @Test
  void payment_of_240_leaves_960_450_and_0() {
    var paid =
        AllocationPolicy.ofPayment(ALL, 4_000, 24_000, MinimumOrder.LOWEST_RATE_FIRST).paid();

    assertEquals(96_000, TRANSFER.balanceMinor() - paid.get(TRANSFER.segment()));
    assertEquals(45_000, PURCHASES.balanceMinor() - paid.get(PURCHASES.segment()));
    assertEquals(0, CASH.balanceMinor() - paid.get(CASH.segment()));
  }

  @Test
  void product_may_want_the_minimum_on_the_dearest_balance() {
    var paid =
        AllocationPolicy.ofPayment(ALL, 4_000, 4_000, MinimumOrder.HIGHEST_RATE_FIRST).paid();

    assertEquals(List.of(CASH.segment()), List.copyOf(paid.keySet()));
    assertEquals(4_000, paid.get(CASH.segment()));
  }

  @Test
  void payment_below_the_minimum_is_minimum_alone() {
    var paid = AllocationPolicy.ofPayment(ALL, 4_000, 3_999, MinimumOrder.LOWEST_RATE_FIRST).paid();

    assertEquals(List.of(TRANSFER.segment()), List.copyOf(paid.keySet()));
    assertEquals(3_999, paid.get(TRANSFER.segment()));
  }

  @Test
  void minimum_flows_over_into_the_next_balance() {
    var small = open(BalanceKind.BALANCE_TRANSFER, "0", 1_000);
    var paid =
        AllocationPolicy.ofPayment(
                List.of(small, PURCHASES), 4_000, 4_000, MinimumOrder.LOWEST_RATE_FIRST)
            .paid();

    assertEquals(1_000, paid.get(small.segment()));
    assertEquals(3_000, paid.get(PURCHASES.segment()));
  }

  @Test
  void what_is_more_than_owed_is_left() {
    var allocation =
        AllocationPolicy.ofPayment(ALL, 4_000, 165_001, MinimumOrder.LOWEST_RATE_FIRST);

    assertEquals(1, allocation.leftMinor());
    assertEquals(165_000, sum(allocation));
  }

  @Test
  void required_amount_above_what_is_owed_pays_everything_once() {
    var allocation =
        AllocationPolicy.ofPayment(List.of(CASH), 20_000, 18_000, MinimumOrder.LOWEST_RATE_FIRST);

    assertEquals(15_000, sum(allocation));
    assertEquals(3_000, allocation.leftMinor());
  }

  @Test
  void refund_goes_to_purchases_before_dearer_cash() {
    var allocation = AllocationPolicy.ofCredit(ALL, 60_000);

    assertEquals(50_000, allocation.paid().get(PURCHASES.segment()));
    assertEquals(10_000, allocation.paid().get(CASH.segment()));
    assertEquals(0, allocation.leftMinor());
  }

  @Test
  void allocation_conserves_and_never_pays_a_lower_rate_while_a_higher_is_open() {
    var random = new Random(20_260_322);
    for (var round = 0; round < 20_000; round++) {
      var balances = new ArrayList<Open>();
      for (var kind : BalanceKind.values()) {
        if (random.nextBoolean()) {
          balances.add(
              open(kind, random.nextInt(30) + "." + random.nextInt(100), random.nextInt(100_000)));
        }
      }
      var required = random.nextInt(20_000);
      var payment = random.nextInt(300_000);
      var allocation =
          AllocationPolicy.ofPayment(balances, required, payment, MinimumOrder.LOWEST_RATE_FIRST);

      assertEquals(payment, sum(allocation) + allocation.leftMinor());
      var minimumAlone =
          AllocationPolicy.ofPayment(
              balances, required, Math.min(required, payment), MinimumOrder.LOWEST_RATE_FIRST);
      for (var lower : balances) {
        var aboveMinimum = paid(allocation, lower) - paid(minimumAlone, lower);
        assertTrue(paid(allocation, lower) <= lower.balanceMinor());
        for (var higher : balances) {
          if (higher.rate().compareTo(lower.rate()) > 0 && aboveMinimum > 0) {
            assertEquals(higher.balanceMinor(), paid(allocation, higher), "round " + round);
          }
        }
      }
    }
  }

  private static long paid(AllocationPolicy.Allocation allocation, Open open) {
    return allocation.paid().getOrDefault(open.segment(), 0L);
  }

  private static long sum(AllocationPolicy.Allocation allocation) {
    return allocation.paid().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Open open(BalanceKind kind, String rate, long minor) {
    return new Open(SegmentKey.of(kind, AnnualRate.of(rate)), AnnualRate.of(rate), minor);
  }
}
