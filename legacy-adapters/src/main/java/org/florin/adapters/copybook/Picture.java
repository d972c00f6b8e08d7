package org.florin.adapters.copybook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one field is stored: its usage, sign, digits and repetition, as a COBOL picture says it. */
public record Picture(
    Usage usage, boolean signed, int digits, int scale, int unitLength, int occurs) {

  /** The storage form of a field. */
  public enum Usage {
    TEXT,
    RAW,
    ZONED,
    PACKED,
    BINARY
  }

  private static final Pattern TEXT = Pattern.compile("X(?:\\((\\d+)\\))?");
  private static final Pattern NUMBER =
      Pattern.compile("(S?)9(?:\\((\\d+)\\))?(?:V(9+)|V9\\((\\d+)\\))?");
  private static final Pattern OCCURS = Pattern.compile("(.*) x(\\d+)");

  /** Longest number a field may hold, so that every value fits a {@code long}. */
  private static final int DIGITS_MAX = 18;

  public Picture {
    if (digits > DIGITS_MAX) {
      throw new IllegalArgumentException("More than " + DIGITS_MAX + " digits");
    }
    if (unitLength < 1 || occurs < 1) {
      throw new IllegalArgumentException("A field holds at least one byte");
    }
  }

  /** Reads a picture such as {@code S9(10)V99 COMP-3}, {@code X(25)} or {@code X(2) x5}. */
  static Picture parse(String text) {
    String picture = text.strip();
    int occurs = 1;
    Matcher repeated = OCCURS.matcher(picture);
    if (repeated.matches()) {
      picture = repeated.group(1);
      occurs = Integer.parseInt(repeated.group(2));
    }
    Usage usage = null;
    for (Usage candidate : new Usage[] {Usage.RAW, Usage.PACKED, Usage.BINARY}) {
      String suffix = suffix(candidate);
      if (picture.toUpperCase(Locale.ROOT).endsWith(suffix)) {
        usage = candidate;
        picture = picture.substring(0, picture.length() - suffix.length());
        break;
      }
    }
    Matcher characters = TEXT.matcher(picture);
    if (characters.matches()) {
      int length = characters.group(1) == null ? 1 : Integer.parseInt(characters.group(1));
      return new Picture(usage == null ? Usage.TEXT : usage, false, 0, 0, length, occurs);
    }
    Matcher number = NUMBER.matcher(picture);
    if (!number.matches()) {
      throw new IllegalArgumentException("Not a picture: " + text);
    }
    int scale = 0;
    if (number.group(3) != null) {
      scale = number.group(3).length();
    } else if (number.group(4) != null) {
      scale = Integer.parseInt(number.group(4));
    }
    int digits = (number.group(2) == null ? 1 : Integer.parseInt(number.group(2))) + scale;
    Usage stored = usage == null ? Usage.ZONED : usage;
    boolean signed = !number.group(1).isEmpty();
    return new Picture(stored, signed, digits, scale, unitLength(stored, digits), occurs);
  }

  private static String suffix(Usage usage) {
    return switch (usage) {
      case RAW -> " RAW";
      case PACKED -> " COMP-3";
      case BINARY -> " COMP";
      case TEXT, ZONED -> "";
    };
  }

  private static int unitLength(Usage usage, int digits) {
    return switch (usage) {
      case PACKED -> digits / 2 + 1;
      case BINARY -> digits <= 4 ? 2 : digits <= 9 ? 4 : 8;
      case ZONED, TEXT, RAW -> digits;
    };
  }

  /** The bytes all repetitions take together. */
  public int length() {
    return unitLength * occurs;
  }

  boolean numeric() {
    return usage == Usage.ZONED || usage == Usage.PACKED || usage == Usage.BINARY;
  }

  /** Largest magnitude the declared digits can show. */
  long magnitudeMax() {
    long limit = 1;
    for (int digit = 0; digit < digits; digit++) {
      limit = Math.multiplyExact(limit, 10);
    }
    return limit - 1;
  }
}
