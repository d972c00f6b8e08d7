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

  /** Whether the card was at the merchant. */
  public boolean isCardPresent() {
    return switch (this) {
      case CHIP, CONTACTLESS, SWIPE, MANUAL, ATM -> true;
      case ECOMMERCE, MOTO, RECURRING -> false;
    };
  }

  /** Whether the merchant asks without the cardholder taking part. */
  public boolean isMerchantInitiated() {
    return this == RECURRING;
  }

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
