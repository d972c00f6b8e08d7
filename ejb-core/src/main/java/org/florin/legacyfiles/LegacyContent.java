package org.florin.legacyfiles;

import org.florin.kernel.FileId;
import org.florin.platform.content.ChunkedInput;
import org.florin.platform.content.ChunkedOutput;

/** The content of kept files as streams. */
final class LegacyContent {

  private LegacyContent() {}

  /** Reads a file's content from a place on. */
  static ChunkedInput read(LegacyFiles files, FileId file, long offset) {
    return new ChunkedInput(LegacyFiles.CHUNK_LENGTH, offset, chunk -> files.chunk(file, chunk));
  }

  /** Writes a file's content. */
  static ChunkedOutput write(LegacyFiles files, FileId file) {
    return new ChunkedOutput(
        LegacyFiles.CHUNK_LENGTH, (chunk, content) -> files.append(file, chunk, content));
  }
}
