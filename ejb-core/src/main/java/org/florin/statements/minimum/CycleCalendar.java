package org.florin.statements.minimum;

import java.time.LocalDate;

/**
 * When cycles close and payments are due. A cycle closes on the same day of each month, 1 to 28. A
 * payment is due 25 to 28 days later, on the same day of each month (Reg Z 1026.7(b)(11)), at least
 * 21 days behind the statement (1026.5(b)(2)(ii)) and before the next one.
 */
public final class CycleCalendar {

  private static final int SHORTEST_MONTH_DAYS = 28;
  private static final int DUE_BEFORE_CLOSING_DAYS = 3;

  private CycleCalendar() {}

  /** Whether the account's cycle closes on the day. */
  public static boolean closesOn(LocalDate day, int cycleDay) {
    return day.getDayOfMonth() == cycleDay;
  }

  /** The last closing before the day, or on it. */
  public static LocalDate lastClosing(LocalDate day, int cycleDay) {
    var thisMonth = day.withDayOfMonth(cycleDay);
    return thisMonth.isAfter(day) ? thisMonth.minusMonths(1) : thisMonth;
  }

  /** When the statement of that closing is due. */
  public static LocalDate dueOn(LocalDate closedOn) {
    var dueDay = closedOn.getDayOfMonth() - DUE_BEFORE_CLOSING_DAYS;
    return dueDay >= 1
        ? closedOn.plusMonths(1).withDayOfMonth(dueDay)
        : closedOn.withDayOfMonth(SHORTEST_MONTH_DAYS + dueDay);
  }
}
