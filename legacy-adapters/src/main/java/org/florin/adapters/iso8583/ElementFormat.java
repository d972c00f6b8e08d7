package org.florin.adapters.iso8583;

import java.util.regex.Pattern;

/**
 * How one data element looks.
 *
 * @param number 2 to 192
 * @param lengthDigits 0 if its length is fixed, else how many decimal digits its length has: 2 or 3
 * @param length the fixed length or the greatest one; in bytes for binary content, else in
 *     characters
 */
record ElementFormat(int number, Content content, int lengthDigits, int length, String name) {

  /** {@code n6} is fixed; each dot is a digit of the length: {@code ans..25}, {@code b...255}. */
  private static final Pattern NOTATION = Pattern.compile("(n|an|ans|z|b)(\\.{2,3})?(\\d{1,3})");

  static ElementFormat parse(int number, String notation, String name) {
    var matcher = NOTATION.matcher(notation);
    if (number < 2 || number > 192 || !matcher.matches()) {
      throw new IllegalArgumentException("not understood: element " + number + " " + notation);
    }
    var dots = matcher.group(2);
    return new ElementFormat(
        number,
        Content.ofCode(matcher.group(1)),
        dots == null ? 0 : dots.length(),
        Integer.parseInt(matcher.group(3)),
        name);
  }

  boolean isFixed() {
    return lengthDigits == 0;
  }

  /**
   * A value at the length it has on the wire: numbers filled with zeros, text with spaces.
   *
   * @throws IllegalArgumentException if the value doesn't fit
   */
  String fitted(String value) {
    var given = content == Content.B ? value.length() / 2 : value.length();
    var wrong = content == Content.B && value.length() % 2 != 0 || given > length;
    for (var i = 0; i < value.length() && !wrong; i++) {
      wrong = !content.accepts(value.charAt(i));
    }
    if (wrong || isFixed() && content == Content.B && given != length) {
      throw new IllegalArgumentException("element " + number + " has a value that doesn't fit");
    }
    if (!isFixed() || given == length) {
      return value;
    }
    return content == Content.N
        ? "0".repeat(length - given) + value
        : value + " ".repeat(length - given);
  }
}
