package org.florin.legacyfiles;

import java.util.Locale;

/**
 * The kinds of file a legacy system hands over, in the order in which they are taken in: the cross
 * references come before the accounts because they name whose accounts these are.
 */
public enum FileKind {
  TRANSACTION_TYPES,
  TRANSACTION_CATEGORIES,
  DISCLOSURE_GROUPS,
  CUSTOMERS,
  CROSS_REFERENCES,
  ACCOUNTS,
  CARDS,
  CATEGORY_BALANCES,
  DAILY_TRANSACTIONS;

  /** The kind as the API and the tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with that {@link #code()}. */
  public static FileKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
