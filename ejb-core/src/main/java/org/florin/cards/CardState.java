package org.florin.cards;

import java.util.Locale;

/** Where a card is in its life. */
public enum CardState {
  PENDING_ACTIVATION,
  ACTIVE,
  PAUSED,
  CLOSED;

  /** The word used in the database and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CardState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
