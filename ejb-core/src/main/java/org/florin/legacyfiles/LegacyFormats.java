package org.florin.legacyfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Port: what the files of a legacy system look like, byte by byte. */
public interface LegacyFormats {

  /** What a file is, judged by its name and its first bytes. */
  sealed interface Recognition {

    /** A file that can be taken in. */
    record Recognised(FileKind kind, String encoding) implements Recognition {}

    /** A file that is understood, but is not part of the intake. Its content is not kept. */
    record Ignored(String reason) implements Recognition {}

    /** A file of no known form. Its content is not kept. */
    record Unknown(String reason) implements Recognition {}
  }

  /** What reading one record gave; positions allow to go on behind it. */
  sealed interface Reading {

    /** A record that could be read. */
    record Read(long line, long offset, long nextOffset, LegacyRecord item) implements Reading {}

    /** A record that could not; the offset is that of the faulty field within the file. */
    record Faulty(long line, long offset, long nextOffset, String field, String reason)
        implements Reading {}

    /** The file is complete. */
    record End(long records) implements Reading {}

    /** The file stops inside a record. */
    record Torn(long line, long offset, String reason) implements Reading {}
  }

  /** Reads the records of one file, one at a time. */
  interface Records extends Closeable {
    Reading next() throws IOException;
  }

  /**
   * Passes a file on while it arrives, without the card security codes in it, and watches its
   * frame.
   */
  abstract class Screen extends OutputStream {
    /** The verdict once all bytes are through: how many records, or why the file is torn. */
    public abstract Reading verdict() throws IOException;
  }

  /** The legacy system whose files these are, such as {@code carddemo}. */
  String system();

  /** How many leading bytes {@link #recognise} wants to see, if the file has as many. */
  int headLength();

  Recognition recognise(String name, byte[] head);

  Screen screen(FileKind kind, String encoding, OutputStream target);

  /** Reads on behind {@code recordsBefore} records; the stream stands at {@code offset}. */
  Records records(
      FileKind kind, String encoding, InputStream content, long recordsBefore, long offset);

  /** The record of the reject file for a daily record of that encoding. */
  byte[] rejectRecord(String encoding, byte[] image, RejectReason reason);
}
