package org.florin.adapters.iso8583;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** How a value is written; a value is text, or hexadecimal digits if its content is binary. */
enum Encoding {
  /** A byte per character. */
  ASCII {
    @Override
    int byteCount(int length) {
      return length;
    }

    @Override
    String decode(byte[] bytes, int length) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    void encode(String value, ByteArrayOutputStream out) {
      out.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }
  },

  /** A byte per character, code page 37. */
  EBCDIC {
    @Override
    int byteCount(int length) {
      return length;
    }

    @Override
    String decode(byte[] bytes, int length) {
      return new String(bytes, CODE_PAGE);
    }

    @Override
    void encode(String value, ByteArrayOutputStream out) {
      out.writeBytes(value.getBytes(CODE_PAGE));
    }
  },

  /** Half a byte per digit; an odd number of digits has a zero in front. */
  BCD {
    @Override
    int byteCount(int length) {
      return (length + 1) / 2;
    }

    @Override
    String decode(byte[] bytes, int length) throws FormatFault {
      var nibbles = UPPER_HEX.formatHex(bytes).replace('D', SEPARATOR);
      if (nibbles.length() == length) {
        return nibbles;
      }
      if (nibbles.charAt(0) != '0') {
        throw new FormatFault("the half byte in front is not zero");
      }
      return nibbles.substring(1);
    }

    @Override
    void encode(String value, ByteArrayOutputStream out) {
      var nibbles = value.replace(SEPARATOR, 'D');
      out.writeBytes(UPPER_HEX.parseHex(nibbles.length() % 2 == 0 ? nibbles : "0" + nibbles));
    }
  },

  /** Bytes as they are. */
  BINARY {
    @Override
    int byteCount(int length) {
      return length;
    }

    @Override
    String decode(byte[] bytes, int length) {
      return UPPER_HEX.formatHex(bytes);
    }

    @Override
    void encode(String value, ByteArrayOutputStream out) {
      out.writeBytes(UPPER_HEX.parseHex(value));
    }
  },

  /** Each byte as two hexadecimal digits in ASCII. */
  HEX {
    @Override
    int byteCount(int length) {
      return 2 * length;
    }

    @Override
    int countedAs(int length) {
      return 2 * length;
    }

    @Override
    String decode(byte[] bytes, int length) {
      return new String(bytes, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }

    @Override
    void encode(String value, ByteArrayOutputStream out) {
      out.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }
  };

  private static final Charset CODE_PAGE = Charset.forName("IBM037");
  private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();
  private static final char SEPARATOR = '=';

  static Encoding ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** How many bytes a value of that length takes. */
  abstract int byteCount(int length);

  /** What the length in front of a variable element says about a value of that length. */
  int countedAs(int length) {
    return length;
  }

  /** The value; whether its characters are allowed is for the caller to check. */
  abstract String decode(byte[] bytes, int length) throws FormatFault;

  abstract void encode(String value, ByteArrayOutputStream out);
}
