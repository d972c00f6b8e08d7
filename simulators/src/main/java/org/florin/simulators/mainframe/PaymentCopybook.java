package org.florin.simulators.mainframe;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The payment copybook of the mainframe as the mainframe itself sees it, EBCDIC (IBM037), 120
 * bytes, no separators. Written without the bank's codec on purpose: two programs that agree on the
 * bytes.
 *
 * <pre>
 * request   type X4 (PAYQ, INQQ)  version 9(2)  payment id X24  account 9(11)  code X4
 *           amount S9(11)V99 COMP-3 (7)  currency X3  C/D X1  effective 9(8)  routing 9(9)
 *           bank account X17  trace X15  filler X15
 * reply     type X4 (PAYR, INQR)  version 9(2)  payment id X24  status X2  reason X4
 *           amount S9(11)V99 COMP-3 (7)  currency X3  processed 9(14)  reference X15  filler X45
 * </pre>
 */
final class PaymentCopybook {
  static final int LENGTH = 120;
  static final Charset CODE_PAGE = Charset.forName("IBM037");
  private static final byte SPACE = 0x40;

  private PaymentCopybook() {}

  /** A request as read. */
  record Request(
      String type, String paymentId, String bankAccount, long amountMinor, String currency) {}

  /** An answer as stored and sent. */
  record Reply(
      String paymentId,
      String status,
      String reason,
      long amountMinor,
      String currency,
      String processed,
      String reference) {}

  static Request read(byte[] message) {
    if (message.length != LENGTH) {
      throw new IllegalArgumentException("length " + message.length + " instead of " + LENGTH);
    }
    return new Request(
        text(message, 0, 4),
        text(message, 6, 24),
        text(message, 73, 17),
        packed(message, 45, 7),
        text(message, 52, 3));
  }

  static byte[] write(String type, Reply reply) {
    byte[] message = new byte[LENGTH];
    Arrays.fill(message, SPACE);
    put(message, 0, 4, type);
    put(message, 4, 2, "01");
    put(message, 6, 24, reply.paymentId());
    put(message, 30, 2, reply.status());
    put(message, 32, 4, reply.reason());
    putPacked(message, 36, 7, reply.amountMinor());
    put(message, 43, 3, reply.currency());
    put(message, 46, 14, reply.processed());
    put(message, 60, 15, reply.reference());
    return message;
  }

  private static String text(byte[] message, int offset, int length) {
    return new String(message, offset, length, CODE_PAGE).strip();
  }

  private static void put(byte[] message, int offset, int length, String text) {
    byte[] bytes = text.getBytes(CODE_PAGE);
    System.arraycopy(bytes, 0, message, offset, Math.min(length, bytes.length));
  }

  private static long packed(byte[] message, int offset, int length) {
    StringBuilder digits = new StringBuilder();
    for (int i = offset; i < offset + length; i++) {
      digits.append(String.format("%02X", message[i] & 0xFF));
    }
    char sign = digits.charAt(digits.length() - 1);
    String number = digits.substring(0, digits.length() - 1);
    if (!number.chars().allMatch(Character::isDigit) || "ABCDEF".indexOf(sign) < 0) {
      throw new IllegalArgumentException("not packed decimal: " + digits);
    }
    long value = new BigInteger(number).longValueExact();
    return sign == 'D' || sign == 'B' ? -value : value;
  }

  private static void putPacked(byte[] message, int offset, int length, long value) {
    String digits =
        String.format("%0" + (length * 2 - 1) + "d", Math.abs(value)) + (value < 0 ? 'D' : 'C');
    for (int i = 0; i < length; i++) {
      message[offset + i] = (byte) Integer.parseInt(digits.substring(i * 2, i * 2 + 2), 16);
    }
  }
}
