package org.florin.cards;

import java.util.Locale;

/** Whether there is plastic. */
public enum CardKind {
  VIRTUAL,
  PHYSICAL;

  /** The word used in the database and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CardKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
