package org.florin.adapters.mainframe.parallel;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.RecordReader.Step;
import org.florin.adapters.mainframe.FileRecognition;

/** The records of one file, one after the other, in EBCDIC and in full length. */
final class RecordSource implements Closeable {

  private static final int BUFFER_LENGTH = 256 * 1024;

  /** A record and where it stands in its file. */
  record Found(long line, long offset, RecordImage image) {}

  private final Path file;
  private final RecordCodec codec;
  private final RecordReader reader;
  private final boolean ascii;

  private RecordSource(Path file, RecordCodec codec, RecordReader reader, boolean ascii) {
    this.file = file;
    this.codec = codec;
    this.reader = reader;
    this.ascii = ascii;
  }

  /** Opens a file; its bytes tell the encoding, and whether line ends separate the records. */
  static RecordSource open(Path file, Layout layout) throws IOException {
    byte[] head = head(file);
    boolean ascii =
        FileRecognition.encoding(head).filter(encoding -> !encoding.isEbcdic()).isPresent();
    return open(file, layout, ascii, ascii && hasLineEnds(head));
  }

  /** Opens a file of fixed-length EBCDIC records whatever its bytes look like. */
  static RecordSource openBinary(Path file, Layout layout) throws IOException {
    return open(file, layout, false, false);
  }

  private static RecordSource open(Path file, Layout layout, boolean ascii, boolean lines)
      throws IOException {
    InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER_LENGTH);
    RecordReader reader =
        lines ? RecordReader.lines(stream, layout) : RecordReader.fixedLength(stream, layout);
    return new RecordSource(file, new RecordCodec(layout, RecordEncoding.ebcdic()), reader, ascii);
  }

  static byte[] head(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(FileRecognition.HEAD_LENGTH);
    }
  }

  private static boolean hasLineEnds(byte[] head) {
    for (byte value : head) {
      if (value == '\n') {
        return true;
      }
    }
    return false;
  }

  /** The next record, or nothing behind the last one. */
  Optional<Found> next() throws IOException {
    return switch (reader.next()) {
      case Step.Found found ->
          Optional.of(
              new Found(found.number(), found.offset(), RecordImage.of(codec, whole(found))));
      case Step.Torn torn ->
          throw new IOException(
              place(torn.number(), torn.offset())
                  + "the file ends after "
                  + torn.length()
                  + " of "
                  + codec.layout().recordLength()
                  + " bytes");
      case Step.End end -> Optional.empty();
    };
  }

  private byte[] whole(Step.Found found) throws IOException {
    byte[] bytes = found.bytes();
    int length = codec.layout().recordLength();
    if (bytes.length != length && bytes.length != codec.layout().textLength()) {
      throw new IOException(
          place(found.number(), found.offset()) + bytes.length + " bytes, not " + length);
    }
    byte[] ebcdic = ascii ? CodePages.toEbcdic(bytes) : bytes;
    if (ebcdic.length == length) {
      return ebcdic;
    }
    byte[] whole = Arrays.copyOf(ebcdic, length);
    Arrays.fill(whole, ebcdic.length, length, RecordEncoding.ebcdic().encode(" ")[0]);
    return whole;
  }

  /** What stands against a field, with its place in the file. */
  String described(Found found, FieldFault fault) {
    return place(found.line(), found.offset() + fault.offset())
        + fault.field()
        + ": "
        + fault.reason();
  }

  private String place(long line, long offset) {
    return file.getFileName() + ", record " + line + ", offset " + offset + ": ";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
