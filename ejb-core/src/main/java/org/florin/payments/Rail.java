package org.florin.payments;

import java.util.Locale;

/** The way a payment takes. */
public enum Rail {
  STRIPE,
  MAINFRAME,
  BANK_FILE;

  /** The name in the database and in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no rail has that code
   */
  public static Rail ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** General ledger account of money on its way over this rail. */
  String clearingAccount() {
    return code() + "_clearing";
  }
}
