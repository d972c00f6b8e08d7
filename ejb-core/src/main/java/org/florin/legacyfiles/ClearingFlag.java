package org.florin.legacyfiles;

import java.util.Locale;

/** What is worth telling about a clearing that was posted all the same. */
public enum ClearingFlag {
  /** The account owes more than its credit limit after this posting. */
  OVER_LIMIT,
  /** The purchase was made after the account's expiration date. */
  AFTER_EXPIRATION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
