package org.florin.cards;

import java.util.random.RandomGenerator;

/** The digits on a card; never printed by accident. */
record CardNumber(String digits) {

  private static final int LENGTH = 16;
  private static final int LENGTH_MIN = 12;
  private static final int LENGTH_MAX = 19;

  CardNumber {
    if (digits.length() < LENGTH_MIN
        || digits.length() > LENGTH_MAX
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not a card number");
    }
    if (checksum(digits) != 0) {
      throw new IllegalArgumentException("not a card number: the check digit is wrong");
    }
  }

  /** A random number in the range of the bank identification number, with a right check digit. */
  static CardNumber random(String bin, RandomGenerator random) {
    var body = new StringBuilder(LENGTH).append(bin);
    while (body.length() < LENGTH - 1) {
      body.append((char) ('0' + random.nextInt(10)));
    }
    var check = (10 - checksum(body + "0")) % 10;
    return new CardNumber(body.append((char) ('0' + check)).toString());
  }

  String bin() {
    return digits.substring(0, 6);
  }

  String last4() {
    return digits.substring(digits.length() - 4);
  }

  /** The Luhn sum modulo ten (ISO/IEC 7812-1): zero when the last digit is right. */
  private static int checksum(String digits) {
    var sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      if (i % 2 == 1) {
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
    }
    return sum % 10;
  }

  @Override
  public String toString() {
    return "CardNumber[…]";
  }
}
