package org.florin.legacyfiles;

import java.io.OutputStream;
import java.util.Arrays;
import org.florin.kernel.FileId;

/** Writes a file's content chunk by chunk; never holds more than one. */
final class ContentWriter extends OutputStream {

  private final LegacyFiles files;
  private final FileId file;
  private final byte[] buffer = new byte[LegacyFiles.CHUNK_LENGTH];
  private int filled;
  private int chunk;

  ContentWriter(LegacyFiles files, FileId file) {
    this.files = files;
    this.file = file;
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
        appendChunk();
      }
    }
  }

  @Override
  public void close() {
    if (filled > 0) {
      appendChunk();
    }
  }

  private void appendChunk() {
    files.append(file, chunk, Arrays.copyOf(buffer, filled));
    chunk++;
    filled = 0;
  }
}
