package org.florin.adapters.iso8583;

import java.util.Locale;

/** What a data element may consist of (ISO 8583 attribute classes). */
enum Content {
  /** Digits. */
  N,
  /** Letters, digits and spaces. */
  AN,
  /** Printable characters. */
  ANS,
  /** Track data: digits and the separator {@code =}. */
  Z,
  /** Bytes, shown as hexadecimal digits. */
  B;

  static Content ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  boolean accepts(char character) {
    return switch (this) {
      case N -> isDigit(character);
      case AN ->
          isDigit(character)
              || character >= 'A' && character <= 'Z'
              || character >= 'a' && character <= 'z'
              || character == ' ';
      case ANS -> character >= ' ' && character <= '~';
      case Z -> isDigit(character) || character == '=';
      case B -> isDigit(character) || character >= 'A' && character <= 'F';
    };
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
