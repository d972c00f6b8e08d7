package org.florin.statements.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Grace on purchases, and on the fees and interest carried with them (Reg Z 1026.54). No interest
 * if the previous statement was paid in full by its due date. If not, the part repaid by then costs
 * nothing either, where the balance had grace; and only days of the present cycle are ever charged
 * (no double-cycle billing).
 */
public final class GracePolicy {

  /** A segment on a day of the cycle. */
  public record Observed(LocalDate day, SegmentDay segment) {}

  private GracePolicy() {}

  /**
   * @param previousBalanceMinor of the previous statement; 0 or less if nothing was owed
   * @param settledMinor paid and credited from that statement to its due date
   * @param hadGrace whether the previous statement's balance had grace
   */
  public static Grace ofCycle(long previousBalanceMinor, long settledMinor, boolean hadGrace) {
    if (settledMinor >= previousBalanceMinor || previousBalanceMinor <= 0) {
      return Grace.KEPT;
    }
    return hadGrace ? Grace.LOST : Grace.NONE;
  }

  /**
   * The days of a segment as interest sees them.
   *
   * @param days of one segment in one cycle, in order
   * @param dueOn of the previous statement; empty if there was none
   */
  public static List<BearingDay> bearing(
      BalanceKind kind, List<Observed> days, Grace grace, Optional<LocalDate> dueOn) {
    var bearing = new ArrayList<BearingDay>(days.size());
    var repaidInGrace = kind.hasGrace() && grace == Grace.LOST ? repaid(days, dueOn) : 0;
    for (var observed : days) {
      var segment = observed.segment();
      repaidInGrace = Math.max(0, repaidInGrace - segment.paidMinor());
      var exempt =
          kind.hasGrace() && grace == Grace.KEPT
              ? segment.balanceMinor()
              : Math.min(segment.balanceMinor(), repaidInGrace);
      bearing.add(new BearingDay(observed.day(), segment.rate(), segment.balanceMinor(), exempt));
    }
    return bearing;
  }

  private static long repaid(List<Observed> days, Optional<LocalDate> dueOn) {
    return days.stream()
        .filter(observed -> dueOn.filter(due -> !observed.day().isAfter(due)).isPresent())
        .mapToLong(observed -> observed.segment().paidMinor())
        .sum();
  }
}
