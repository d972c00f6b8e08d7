package org.florin.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The lengths of time that figures are kept for. */
public enum Period {
  DAILY,
  WEEKLY,
  MONTHLY;

  /** The period as the API and the tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The period with that {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Period ofCode(String code) {
    for (Period period : values()) {
      if (period.code().equals(code)) {
        return period;
      }
    }
    throw new IllegalArgumentException("a period is daily, weekly or monthly");
  }

  /** The first day of the period that holds a date; weeks begin on Monday. */
  public LocalDate startOf(LocalDate date) {
    return switch (this) {
      case DAILY -> date;
      case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHLY -> date.withDayOfMonth(1);
    };
  }

  /** The last day of the period that begins on a date. */
  public LocalDate endOf(LocalDate start) {
    return switch (this) {
      case DAILY -> start;
      case WEEKLY -> start.plusDays(6);
      case MONTHLY -> start.plusMonths(1).minusDays(1);
    };
  }
}
