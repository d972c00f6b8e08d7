package org.florin.adapters.iso8583;

import java.util.Arrays;

/** The bytes of one message, taken from front to back. */
final class Frame {

  private final byte[] bytes;
  private int position;

  Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return position;
  }

  int remaining() {
    return bytes.length - position;
  }

  byte[] take(int count) throws FormatFault {
    if (count > remaining()) {
      throw new FormatFault("the message ends " + (count - remaining()) + " bytes too early");
    }
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }
}
