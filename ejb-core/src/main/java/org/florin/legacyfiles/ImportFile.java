package org.florin.legacyfiles;

import org.florin.kernel.FileId;

/**
 * One file of a run and how far it was taken in.
 *
 * @param line records read so far
 * @param offset bytes read so far
 */
public record ImportFile(
    int ordinal,
    FileId file,
    String system,
    FileKind kind,
    String encoding,
    long line,
    long offset,
    boolean finished) {}
