package org.florin.statements.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.florin.kernel.AnnualRate;
import org.florin.products.MinimumOrder;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.SegmentKey;

/**
 * Spreads a payment: the part that is required at least goes in the product's order, everything
 * above it to the balance with the highest rate first (Reg Z 1026.53(a)). A refund goes to
 * purchases first. Segments of the same rate are paid in the order of their names, so that the same
 * facts give the same answer.
 */
public final class AllocationPolicy {

  /** An open balance. */
  public record Open(SegmentKey segment, AnnualRate rate, long balanceMinor) {}

  /**
   * @param paid by segment; only what is above 0
   * @param leftMinor more than is owed
   */
  public record Allocation(SortedMap<SegmentKey, Long> paid, long leftMinor) {}

  private static final Comparator<Open> HIGHEST_RATE_FIRST =
      Comparator.comparing(Open::rate).reversed().thenComparing(Open::segment);
  private static final Comparator<Open> LOWEST_RATE_FIRST =
      Comparator.comparing(Open::rate).thenComparing(Open::segment);

  private AllocationPolicy() {}

  /**
   * @param requiredMinor still to be paid of the required minimum, 0 or more
   * @param paymentMinor 0 or more
   */
  public static Allocation ofPayment(
      List<Open> balances, long requiredMinor, long paymentMinor, MinimumOrder order) {
    var paid = new TreeMap<SegmentKey, Long>();
    var required = Math.min(requiredMinor, paymentMinor);
    var requiredLeft =
        spread(
            sorted(
                balances,
                switch (order) {
                  case LOWEST_RATE_FIRST -> LOWEST_RATE_FIRST;
                  case HIGHEST_RATE_FIRST -> HIGHEST_RATE_FIRST;
                }),
            required,
            paid);
    var left =
        spread(sorted(balances, HIGHEST_RATE_FIRST), paymentMinor - required + requiredLeft, paid);
    return new Allocation(paid, left);
  }

  /**
   * @param creditMinor 0 or more
   */
  public static Allocation ofCredit(List<Open> balances, long creditMinor) {
    var paid = new TreeMap<SegmentKey, Long>();
    var purchasesFirst =
        Comparator.comparing((Open open) -> open.segment().kind() != BalanceKind.PURCHASE)
            .thenComparing(HIGHEST_RATE_FIRST);
    var left = spread(sorted(balances, purchasesFirst), creditMinor, paid);
    return new Allocation(paid, left);
  }

  private static List<Open> sorted(List<Open> balances, Comparator<Open> order) {
    var sorted = new ArrayList<>(balances);
    sorted.sort(order);
    return sorted;
  }

  /** Adds to what is paid already; answers what is left over. */
  private static long spread(
      List<Open> balances, long amountMinor, SortedMap<SegmentKey, Long> paid) {
    var left = amountMinor;
    for (var open : balances) {
      var owed = open.balanceMinor() - paid.getOrDefault(open.segment(), 0L);
      var part = Math.min(owed, left);
      if (part > 0) {
        paid.merge(open.segment(), part, Long::sum);
        left -= part;
      }
    }
    return left;
  }
}
