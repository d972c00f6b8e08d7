package org.florin.authorization;

import java.util.Locale;

/** How the card came to the merchant. */
public enum EntryMode {
  CHIP,
  CONTACTLESS,
  SWIPE,
  ECOMMERCE,
  MOTO,
  RECURRING,
  MANUAL,
  ATM;

  /** The name in the database and in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no entry mode has that code
   */
  public static EntryMode ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
