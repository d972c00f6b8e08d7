package org.florin.authorization.lifecycle;

import java.util.Locale;

/** Where a card payment stands; follows from the sums over its elements. */
public enum AuthorizationStatus {
  PENDING,
  DECLINED,
  PARTIALLY_CLEARED,
  CLEARED,
  REVERSED,
  EXPIRED;

  /** The name in the database and in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no status has that code
   */
  public static AuthorizationStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
