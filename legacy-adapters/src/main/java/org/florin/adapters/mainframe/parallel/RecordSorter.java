package org.florin.adapters.mainframe.parallel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of records of one length: a part at a time in memory, the parts merged from
 * disk. Records that compare equal keep the order in which they came.
 */
final class RecordSorter implements Closeable {

  /** What is done with each record in order. */
  interface Sink {
    void accept(byte[] record) throws IOException;
  }

  /** A stretch of bytes that counts in a comparison. */
  record Stretch(int offset, int length) {}

  static final int PART_LENGTH = 100_000;

  private final Path folder;
  private final int recordLength;
  private final int partLength;
  private final Comparator<byte[]> order;
  private final List<byte[]> part = new ArrayList<>();
  private final List<Path> parts = new ArrayList<>();

  /** Sorts by the given stretches, the first counting most; parts go into the folder. */
  RecordSorter(Path folder, int recordLength, int partLength, Stretch... by) {
    this.folder = folder;
    this.recordLength = recordLength;
    this.partLength = partLength;
    this.order = order(by);
  }

  private static Comparator<byte[]> order(Stretch[] by) {
    return (left, right) -> {
      for (Stretch stretch : by) {
        int end = stretch.offset() + stretch.length();
        int compared =
            Arrays.compareUnsigned(left, stretch.offset(), end, right, stretch.offset(), end);
        if (compared != 0) {
          return compared;
        }
      }
      return 0;
    };
  }

  void add(byte[] record) throws IOException {
    part.add(record);
    if (part.size() == partLength) {
      spill();
    }
  }

  private void spill() throws IOException {
    part.sort(order);
    Path file = Files.createTempFile(folder, ".sort", ".part");
    parts.add(file);
    try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (byte[] record : part) {
        target.write(record);
      }
    }
    part.clear();
  }

  /** Hands over all records in order. */
  void drainTo(Sink sink) throws IOException {
    if (parts.isEmpty()) {
      part.sort(order);
      for (byte[] record : part) {
        sink.accept(record);
      }
      return;
    }
    if (!part.isEmpty()) {
      spill();
    }
    merge(sink);
  }

  /** One part while it is merged; the earlier part wins where records compare equal. */
  private record Head(byte[] record, int part, InputStream rest) {}

  private void merge(Sink sink) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    try {
      PriorityQueue<Head> heads =
          new PriorityQueue<>(
              Comparator.comparing(Head::record, order).thenComparingInt(Head::part));
      for (int index = 0; index < parts.size(); index++) {
        InputStream stream = new BufferedInputStream(Files.newInputStream(parts.get(index)));
        streams.add(stream);
        push(heads, stream, index);
      }
      while (!heads.isEmpty()) {
        Head head = heads.remove();
        sink.accept(head.record());
        push(heads, head.rest(), head.part());
      }
    } finally {
      for (InputStream stream : streams) {
        stream.close();
      }
    }
  }

  private void push(PriorityQueue<Head> heads, InputStream stream, int index) throws IOException {
    byte[] record = stream.readNBytes(recordLength);
    if (record.length == recordLength) {
      heads.add(new Head(record, index, stream));
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : parts) {
      Files.deleteIfExists(file);
    }
  }
}
