package org.florin.adapters.mainframe.parallel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Byte for byte between ASCII files and EBCDIC ones; there and back is the same byte again. */
final class CodePages {

  private static final byte[] TO_ASCII = toAsciiTable();
  private static final byte[] TO_EBCDIC = inverse(TO_ASCII);

  private CodePages() {}

  private static byte[] toAsciiTable() {
    byte[] all = new byte[256];
    for (int value = 0; value < all.length; value++) {
      all[value] = (byte) value;
    }
    return new String(all, Charset.forName("IBM037")).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] inverse(byte[] table) {
    byte[] inverse = new byte[table.length];
    for (int value = 0; value < table.length; value++) {
      inverse[table[value] & 0xff] = (byte) value;
    }
    return inverse;
  }

  static byte[] toEbcdic(byte[] ascii) {
    return translated(ascii, TO_EBCDIC);
  }

  static byte[] toAscii(byte[] ebcdic) {
    return translated(ebcdic, TO_ASCII);
  }

  private static byte[] translated(byte[] bytes, byte[] table) {
    byte[] translated = new byte[bytes.length];
    for (int index = 0; index < bytes.length; index++) {
      translated[index] = table[bytes[index] & 0xff];
    }
    return translated;
  }
}
