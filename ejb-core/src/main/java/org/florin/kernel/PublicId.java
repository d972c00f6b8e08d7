package org.florin.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * The outside form of an identifier: a prefix that names the kind and 26 lower-case Crockford
 * base32 characters of a UUIDv7 (RFC 9562), so that ids sort by the time they were made.
 */
final class PublicId {

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 26;
  private static final int BITS_PER_CHARACTER = 5;

  private PublicId() {}

  static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  static String write(String prefix, UUID id) {
    var text = new char[LENGTH];
    var high = id.getMostSignificantBits();
    var low = id.getLeastSignificantBits();
    for (var i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET[(int) (low & 31)];
      low = (low >>> BITS_PER_CHARACTER) | (high << (Long.SIZE - BITS_PER_CHARACTER));
      high >>>= BITS_PER_CHARACTER;
    }
    return prefix + new String(text);
  }

  static UUID read(String prefix, String text) {
    if (text.length() != prefix.length() + LENGTH || !text.startsWith(prefix)) {
      throw new IllegalArgumentException("not an id of the form " + prefix + "…");
    }
    long high = 0;
    long low = 0;
    for (var i = prefix.length(); i < text.length(); i++) {
      var digit = digit(text.charAt(i));
      if (i == prefix.length() && digit > 7) {
        throw new IllegalArgumentException("not an id: more than 128 bits");
      }
      high = (high << BITS_PER_CHARACTER) | (low >>> (Long.SIZE - BITS_PER_CHARACTER));
      low = (low << BITS_PER_CHARACTER) | digit;
    }
    return new UUID(high, low);
  }

  private static int digit(char character) {
    for (var i = 0; i < ALPHABET.length; i++) {
      if (ALPHABET[i] == character) {
        return i;
      }
    }
    throw new IllegalArgumentException("not an id: character '" + character + "'");
  }
}
