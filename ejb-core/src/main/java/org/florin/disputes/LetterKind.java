package org.florin.disputes;

import java.util.Locale;

/** Letters about a dispute. */
public enum LetterKind {
  ACKNOWLEDGEMENT,
  OUTCOME;

  /** The name in the database and in addresses, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that code
   */
  public static LetterKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
