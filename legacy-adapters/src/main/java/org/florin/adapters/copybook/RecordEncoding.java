package org.florin.adapters.copybook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How characters, digits and signs are written as bytes: an EBCDIC code page, or ASCII in which the
 * sign of a zoned number is the letter that its EBCDIC byte would print as.
 */
public final class RecordEncoding {

  /** The code page the mainframe uses unless it is told otherwise. */
  public static final String DEFAULT_CODE_PAGE = "IBM037";

  /** A byte that stands for no printable character. */
  static final char UNPRINTABLE = '\uffff';

  private static final String POSITIVE = "{ABCDEFGHI";
  private static final String NEGATIVE = "}JKLMNOPQR";

  private final String name;
  private final boolean ebcdic;
  private final char[] characters = new char[256];
  private final int[] bytes = new int[128];
  private final byte zero;
  private final byte[] positive = new byte[10];
  private final byte[] negative = new byte[10];

  private RecordEncoding(String name, boolean ebcdic, Charset charset) {
    this.name = name;
    this.ebcdic = ebcdic;
    Arrays.fill(bytes, -1);
    for (int value = 0; value < 256; value++) {
      CharBuffer decoded = charset.decode(ByteBuffer.wrap(new byte[] {(byte) value}));
      char character = decoded.length() == 1 ? decoded.charAt(0) : UNPRINTABLE;
      boolean printable =
          character != '\ufffd' && !Character.isISOControl(character) && (ebcdic || value < 0x7f);
      characters[value] = printable ? character : UNPRINTABLE;
      if (printable && character < 128) {
        bytes[character] = value;
      }
    }
    this.zero = toByte('0');
    for (int digit = 0; digit < 10; digit++) {
      // In EBCDIC the sign is the zone half of the byte, the same on every code page.
      positive[digit] = ebcdic ? (byte) (0xC0 | digit) : (byte) POSITIVE.charAt(digit);
      negative[digit] = ebcdic ? (byte) (0xD0 | digit) : (byte) NEGATIVE.charAt(digit);
    }
  }

  /** Seven-bit text with overpunched signs as letters. */
  public static RecordEncoding ascii() {
    return new RecordEncoding("ascii", false, StandardCharsets.US_ASCII);
  }

  /** EBCDIC in the usual code page 037. */
  public static RecordEncoding ebcdic() {
    return ebcdic(DEFAULT_CODE_PAGE);
  }

  /** EBCDIC in a code page known to the Java platform, for example {@code IBM1047}. */
  public static RecordEncoding ebcdic(String codePage) {
    return new RecordEncoding(codePage, true, Charset.forName(codePage));
  }

  public String name() {
    return name;
  }

  public boolean isEbcdic() {
    return ebcdic;
  }

  /** The character of a byte, or {@link #UNPRINTABLE}. */
  char toChar(byte value) {
    return characters[value & 0xff];
  }

  /** The byte of a character; one that the encoding cannot write is a programming error. */
  byte toByte(char character) {
    int value = character < 128 ? bytes[character] : -1;
    if (value < 0) {
      throw new IllegalArgumentException("Not a character of " + name + ": " + (int) character);
    }
    return (byte) value;
  }

  byte zero() {
    return zero;
  }

  /** The digit 0-9 a byte shows, or -1. */
  int digit(byte value) {
    int digit = (value & 0xff) - (zero & 0xff);
    return digit >= 0 && digit <= 9 ? digit : -1;
  }

  /** The digit a signed last byte shows: 0-9 for plus, -1 to -10 for minus 0-9, else -100. */
  int signedDigit(byte value) {
    for (int digit = 0; digit < 10; digit++) {
      if (positive[digit] == value) {
        return digit;
      }
      if (negative[digit] == value) {
        return -1 - digit;
      }
    }
    return NO_SIGN;
  }

  static final int NO_SIGN = -100;

  byte signed(int digit, boolean minus) {
    return minus ? negative[digit] : positive[digit];
  }

  /** Text in this encoding, without padding. */
  public byte[] encode(String text) {
    byte[] encoded = new byte[text.length()];
    for (int index = 0; index < encoded.length; index++) {
      encoded[index] = toByte(text.charAt(index));
    }
    return encoded;
  }

  /** Bytes as characters, for people to read; one that cannot be printed shows as a blank. */
  public String decode(byte[] encoded) {
    char[] shown = new char[encoded.length];
    for (int index = 0; index < shown.length; index++) {
      char character = toChar(encoded[index]);
      shown[index] = character == UNPRINTABLE ? ' ' : character;
    }
    return new String(shown);
  }

  @Override
  public String toString() {
    return name;
  }
}
