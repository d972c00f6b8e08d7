package org.florin.legacyfiles;

import java.io.InputStream;
import java.util.Optional;
import org.florin.kernel.FileId;

/** Reads a file's content from any place on, fetching a chunk when it is needed. */
final class ContentStream extends InputStream {

  private final LegacyFiles files;
  private final FileId file;
  private byte[] buffer = new byte[0];
  private int position;
  private int nextChunk;
  private int skip;

  ContentStream(LegacyFiles files, FileId file, long offset) {
    this.files = files;
    this.file = file;
    this.nextChunk = Math.toIntExact(offset / LegacyFiles.CHUNK_LENGTH);
    this.skip = (int) (offset % LegacyFiles.CHUNK_LENGTH);
  }

  private boolean fill() {
    while (position >= buffer.length) {
      Optional<byte[]> content = files.chunk(file, nextChunk);
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
