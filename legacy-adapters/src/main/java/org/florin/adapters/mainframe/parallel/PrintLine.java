package org.florin.adapters.mainframe.parallel;

import java.util.Arrays;
import org.florin.adapters.copybook.RecordEncoding;

/** One line of a print file, filled from left to right, blank where nothing was put. */
final class PrintLine {

  private static final RecordEncoding EBCDIC = RecordEncoding.ebcdic();
  private static final byte BLANK = EBCDIC.encode(" ")[0];
  private static final int EDITED_DIGITS = 9;

  private final byte[] bytes;
  private int position;

  private PrintLine(int width) {
    this.bytes = new byte[width];
    Arrays.fill(bytes, BLANK);
  }

  static PrintLine ofWidth(int width) {
    return new PrintLine(width);
  }

  /** A text in a field of its own length. */
  PrintLine put(String text) {
    return put(text, text.length());
  }

  /** A text in a field of that width, cut or filled with blanks. */
  PrintLine put(String text, int width) {
    return put(EBCDIC.encode(text), width);
  }

  /** Bytes in a field of that width, cut or filled with blanks. */
  PrintLine put(byte[] content, int width) {
    System.arraycopy(content, 0, bytes, position, Math.min(content.length, width));
    position += width;
    return this;
  }

  /** The same character over and over. */
  PrintLine fill(char character, int width) {
    return put(String.valueOf(character).repeat(width));
  }

  /** The bytes before the first blank, and a blank behind them; what has no room is cut. */
  PrintLine putFirstWord(byte[] content) {
    int length = 0;
    while (length < content.length && content[length] != BLANK) {
      length++;
    }
    return putWithBlank(Arrays.copyOf(content, length));
  }

  /** The bytes without the blanks that fill them, and a blank behind them. */
  PrintLine putTrimmed(byte[] content) {
    int length = content.length;
    while (length > 0 && content[length - 1] == BLANK) {
      length--;
    }
    return putWithBlank(Arrays.copyOf(content, length));
  }

  private PrintLine putWithBlank(byte[] content) {
    int room = bytes.length - position;
    put(content, Math.min(content.length, room));
    position = Math.min(position + 1, bytes.length);
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * An amount with its sign in front, commas, and no zeros in front: blank if there is nothing to
   * show at all.
   *
   * @param plus how an amount above zero is marked
   */
  static String commaEdited(long minor, char plus) {
    long rest = Math.abs(minor);
    if (rest == 0) {
      return " ".repeat(15);
    }
    String digits = nineDigits(rest);
    StringBuilder edited = new StringBuilder().append(minor < 0 ? '-' : plus);
    boolean significant = false;
    for (int index = 0; index < EDITED_DIGITS; index++) {
      if (index > 0 && index % 3 == 0) {
        edited.append(significant ? ',' : ' ');
      }
      significant |= digits.charAt(index) != '0';
      edited.append(significant ? digits.charAt(index) : ' ');
    }
    return edited.append(cents(rest)).toString();
  }

  /** An amount with its sign behind and blanks for the zeros in front. */
  static String blankEdited(long minor) {
    String digits = nineDigits(Math.abs(minor));
    int zeros = 0;
    while (zeros < EDITED_DIGITS && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return " ".repeat(zeros) + digits.substring(zeros) + cents(Math.abs(minor)) + trailing(minor);
  }

  /** An amount with its sign behind and all nine digits. */
  static String zeroEdited(long minor) {
    return nineDigits(Math.abs(minor)) + cents(Math.abs(minor)) + trailing(minor);
  }

  private static char trailing(long minor) {
    return minor < 0 ? '-' : ' ';
  }

  private static String nineDigits(long minor) {
    String digits = Long.toString(minor / 100 % 1_000_000_000);
    return "0".repeat(EDITED_DIGITS - digits.length()) + digits;
  }

  private static String cents(long minor) {
    return "." + minor % 100 / 10 + minor % 10;
  }
}
