package org.florin.products;

import java.time.LocalDate;
import java.util.Locale;

/** How many days a year has when a yearly rate is made a daily one. */
public enum YearConvention {
  /** 365 in every year. */
  ACTUAL_365,
  /** 366 in leap years, else 365. */
  ACTUAL_ACTUAL;

  /** Days of the year that the date lies in: 365 or 366. */
  public int daysInYear(LocalDate day) {
    return switch (this) {
      case ACTUAL_365 -> 365;
      case ACTUAL_ACTUAL -> day.lengthOfYear();
    };
  }

  /** The name in the database, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no convention has that code
   */
  public static YearConvention ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
