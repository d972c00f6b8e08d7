package org.florin.cards;

import java.util.Locale;

/** Why a card was closed. */
public enum ClosingReason {
  LOST,
  STOLEN,
  COMPROMISED,
  DAMAGED,
  EXPIRED,
  CUSTOMER,
  BANK;

  /** The word used in the database and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ClosingReason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
