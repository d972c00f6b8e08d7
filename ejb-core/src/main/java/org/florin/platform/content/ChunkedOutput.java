package org.florin.platform.content;

import java.io.OutputStream;
import java.util.Arrays;

/** Hands content on chunk by chunk; never holds more than one. */
public final class ChunkedOutput extends OutputStream {

  /** Takes chunks in order, from 0; all but the last are full. */
  @FunctionalInterface
  public interface Chunks {
    void add(int chunk, byte[] content);
  }

  private final Chunks chunks;
  private final byte[] buffer;
  private int filled;
  private int chunk;

  public ChunkedOutput(int chunkLength, Chunks chunks) {
    this.chunks = chunks;
    this.buffer = new byte[chunkLength];
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, from, buffer, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
      if (filled == buffer.length) {
        add();
      }
    }
  }

  @Override
  public void close() {
    if (filled > 0) {
      add();
    }
  }

  private void add() {
    chunks.add(chunk, Arrays.copyOf(buffer, filled));
    chunk++;
    filled = 0;
  }
}
