package org.florin.platform.content;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads content from any place on, fetching a chunk when it is needed. */
public final class ChunkedInput extends InputStream {

  private final IntFunction<Optional<byte[]>> chunks;
  private byte[] buffer = new byte[0];
  private int position;
  private int nextChunk;
  private int skip;

  /**
   * @param chunks gives a chunk by its number, empty behind the last
   */
  public ChunkedInput(int chunkLength, long offset, IntFunction<Optional<byte[]>> chunks) {
    this.chunks = chunks;
    this.nextChunk = Math.toIntExact(offset / chunkLength);
    this.skip = (int) (offset % chunkLength);
  }

  private boolean fill() {
    while (position >= buffer.length) {
      Optional<byte[]> content = chunks.apply(nextChunk);
      if (content.isEmpty()) {
        return false;
      }
      buffer = content.get();
      position = Math.min(skip, buffer.length);
      skip = 0;
      nextChunk++;
    }
    return true;
  }

  @Override
  public int read() {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, buffer.length - position);
    System.arraycopy(buffer, position, target, offset, taken);
    position += taken;
    return taken;
  }
}
