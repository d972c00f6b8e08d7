package org.florin.adapters.mainframe.parallel;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * The ids of millions of transactions, sixteen bytes each, exactly, with a digest of what stood
 * under each; in flat arrays, because as objects they would take five times the memory.
 */
final class TransactionIds {

  private static final int ID_LENGTH = 16;
  private static final int FIRST_CAPACITY = 1 << 12;

  private long[] highs = new long[FIRST_CAPACITY];
  private long[] lows = new long[FIRST_CAPACITY];
  private long[] digests = new long[FIRST_CAPACITY];
  private boolean[] taken = new boolean[FIRST_CAPACITY];
  private int count;

  /** Adds an id that is new; one that is known answers the digest it was added with. */
  OptionalLong add(byte[] id, long digest) {
    if (id.length != ID_LENGTH) {
      throw new IllegalArgumentException("an id has " + ID_LENGTH + " bytes");
    }
    if (count * 2 > taken.length) {
      grow();
    }
    ByteBuffer halves = ByteBuffer.wrap(id);
    long high = halves.getLong();
    long low = halves.getLong();
    int slot = slot(high, low);
    if (taken[slot]) {
      return OptionalLong.of(digests[slot]);
    }
    put(slot, high, low, digest);
    count++;
    return OptionalLong.empty();
  }

  private void put(int slot, long high, long low, long digest) {
    highs[slot] = high;
    lows[slot] = low;
    digests[slot] = digest;
    taken[slot] = true;
  }

  /** Where the id is, or would be put. */
  private int slot(long high, long low) {
    long mixed = (high * 31 + low) * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (taken.length - 1);
    while (taken[slot] && (highs[slot] != high || lows[slot] != low)) {
      slot = (slot + 1) & (taken.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHighs = highs;
    long[] oldLows = lows;
    long[] oldDigests = digests;
    boolean[] oldTaken = taken;
    int capacity = Math.multiplyExact(taken.length, 2);
    highs = new long[capacity];
    lows = new long[capacity];
    digests = new long[capacity];
    taken = new boolean[capacity];
    for (int index = 0; index < oldTaken.length; index++) {
      if (oldTaken[index]) {
        put(
            slot(oldHighs[index], oldLows[index]),
            oldHighs[index],
            oldLows[index],
            oldDigests[index]);
      }
    }
  }
}
