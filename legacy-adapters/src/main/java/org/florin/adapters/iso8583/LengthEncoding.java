package org.florin.adapters.iso8583;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** How the length in front of a variable element is written. */
enum LengthEncoding {
  /** Decimal digits in ASCII. */
  ASCII,
  /** Decimal digits in EBCDIC. */
  EBCDIC,
  /** Decimal digits, half a byte each. */
  BCD,
  /** One byte, 0 to 255, however many digits the format says. */
  BYTE;

  static LengthEncoding ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  int read(Frame frame, int digits) throws FormatFault {
    if (this == BYTE) {
      return frame.take(1)[0] & 0xFF;
    }
    var text = digitEncoding().decode(frame.take(digitEncoding().byteCount(digits)), digits);
    var length = 0;
    for (var i = 0; i < text.length(); i++) {
      if (!Content.N.accepts(text.charAt(i))) {
        throw new FormatFault("the length is not a number");
      }
      length = 10 * length + (text.charAt(i) - '0');
    }
    return length;
  }

  void write(int length, int digits, ByteArrayOutputStream out) {
    if (this == BYTE) {
      out.write(length);
    } else {
      var text = Integer.toString(length);
      digitEncoding().encode("0".repeat(digits - text.length()) + text, out);
    }
  }

  private Encoding digitEncoding() {
    return switch (this) {
      case ASCII -> Encoding.ASCII;
      case EBCDIC -> Encoding.EBCDIC;
      case BCD -> Encoding.BCD;
      case BYTE -> throw new IllegalStateException("a byte has no digits");
    };
  }
}
