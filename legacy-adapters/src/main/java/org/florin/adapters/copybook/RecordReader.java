package org.florin.adapters.copybook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads records one after the other from a stream, by length or by line, holding one at a time.
 *
 * <p>The reader judges only the frame. A line of the wrong length is still a record (its codec will
 * refuse it); an end of file inside a record is a {@link Step.Torn}.
 */
public final class RecordReader implements Closeable {

  /** What the next read found. */
  public sealed interface Step {

    /** One record, numbered from 1, with the offset of its first byte in the file. */
    record Found(long number, long offset, byte[] bytes, long nextOffset) implements Step {}

    /** The file stops inside a record: it was cut, or is not of this kind. */
    record Torn(long number, long offset, int length) implements Step {}

    /** The file is complete. */
    record End(long records, long length) implements Step {}
  }

  /** A line longer than this is not kept in memory in full. */
  private static final int LINE_LENGTH_MAX = 4096;

  private final InputStream stream;
  private final Layout layout;
  private final boolean lines;
  private long number;
  private long offset;

  private RecordReader(InputStream stream, Layout layout, boolean lines) {
    this.stream = stream;
    this.layout = layout;
    this.lines = lines;
  }

  /** Records without separators, as a mainframe file has them. */
  public static RecordReader fixedLength(InputStream stream, Layout layout) {
    return new RecordReader(stream, layout, false);
  }

  /** One record per line, ended by LF or CRLF, also mixed. */
  public static RecordReader lines(InputStream stream, Layout layout) {
    return new RecordReader(stream, layout, true);
  }

  /** The reader that suits the encoding: EBCDIC by length, ASCII by line. */
  public static RecordReader of(InputStream stream, RecordCodec codec) {
    return codec.encoding().isEbcdic()
        ? fixedLength(stream, codec.layout())
        : lines(stream, codec.layout());
  }

  /** Continues behind records that were read before; the stream stands at {@code atOffset}. */
  public RecordReader continuingAt(long recordsRead, long atOffset) {
    this.number = recordsRead;
    this.offset = atOffset;
    return this;
  }

  public Step next() throws IOException {
    return lines ? nextLine() : nextFixed();
  }

  private Step nextFixed() throws IOException {
    int recordLength = layout.recordLength();
    byte[] bytes = stream.readNBytes(recordLength);
    if (bytes.length == 0) {
      return new Step.End(number, offset);
    }
    if (bytes.length < recordLength) {
      return new Step.Torn(number + 1, offset, bytes.length);
    }
    return found(bytes, recordLength);
  }

  private Step nextLine() throws IOException {
    byte[] line = new byte[layout.recordLength() + 2];
    int length = 0;
    int read = stream.read();
    if (read < 0) {
      return new Step.End(number, offset);
    }
    long consumed = 0;
    while (read >= 0 && read != '\n') {
      consumed++;
      if (length < LINE_LENGTH_MAX) {
        if (length == line.length) {
          line = Arrays.copyOf(line, Math.min(LINE_LENGTH_MAX, length * 2));
        }
        line[length++] = (byte) read;
      }
      read = stream.read();
    }
    boolean ended = read == '\n';
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    if (!ended && !layout.accepts(length)) {
      return new Step.Torn(number + 1, offset, length);
    }
    return found(Arrays.copyOf(line, length), consumed + (ended ? 1 : 0));
  }

  private Step found(byte[] bytes, long consumed) {
    long at = offset;
    offset += consumed;
    number++;
    return new Step.Found(number, at, bytes, offset);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
