package org.florin.autopay;

import java.util.Locale;

/** How much is paid by itself. */
public enum AutopayChoice {
  MINIMUM,
  STATEMENT_BALANCE,
  CURRENT_BALANCE,
  FIXED;

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no choice has that code
   */
  public static AutopayChoice ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
