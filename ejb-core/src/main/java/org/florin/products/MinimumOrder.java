package org.florin.products;

import java.util.Locale;

/** Which balances the required part of a payment pays first; the bank's choice (Reg Z 1026.53). */
public enum MinimumOrder {
  LOWEST_RATE_FIRST,
  HIGHEST_RATE_FIRST;

  /** The name in the database, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no order has that code
   */
  public static MinimumOrder ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
