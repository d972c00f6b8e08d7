package org.florin.adapters.mainframe.parallel;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder a run writes into. A file appears under its name only when it is complete and on disk.
 */
final class OutputFolder {

  /** A complete file. */
  record Written(String name, int recordLength, long records, long bytes, String sha256) {}

  private final Path folder;
  private final boolean ascii;
  private final Map<String, Written> written = new LinkedHashMap<>();

  private OutputFolder(Path folder, boolean ascii) {
    this.folder = folder;
    this.ascii = ascii;
  }

  static OutputFolder in(Path folder, boolean ascii) throws IOException {
    return new OutputFolder(Files.createDirectories(folder), ascii);
  }

  Path path() {
    return folder;
  }

  boolean isAscii() {
    return ascii;
  }

  List<Written> written() {
    return List.copyOf(written.values());
  }

  /** The file of that name, if this run has written it. */
  Optional<Path> made(String name) {
    return written.containsKey(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
  }

  /** Begins a file of records that are given in EBCDIC and kept in the encoding of the run. */
  OutputFile begin(String name, int recordLength) throws IOException {
    return new OutputFile(name, recordLength, ascii);
  }

  /** Begins a file whose bytes are kept as they are given. */
  OutputFile beginBinary(String name, int recordLength) throws IOException {
    return new OutputFile(name, recordLength, false);
  }

  /** A file on its way; closed without {@link #finish()} it was never there. */
  final class OutputFile implements Closeable {

    private final String name;
    private final int recordLength;
    private final boolean translated;
    private final Path part;
    private final MessageDigest digest = sha256();
    private final OutputStream target;
    private long records;
    private long bytes;

    private OutputFile(String name, int recordLength, boolean translated) throws IOException {
      this.name = name;
      this.recordLength = recordLength;
      this.translated = translated;
      this.part = folder.resolve("." + name + ".part");
      this.target =
          new BufferedOutputStream(
              new DigestOutputStream(Files.newOutputStream(part), digest), 256 * 1024);
    }

    void add(byte[] record) throws IOException {
      target.write(translated ? CodePages.toAscii(record) : record);
      records++;
      bytes += record.length;
    }

    /** Brings the file to disk, then under its name. */
    Written finish() throws IOException {
      target.close();
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
      Written file =
          new Written(
              name, recordLength, records, bytes, HexFormat.of().formatHex(digest.digest()));
      written.put(name, file);
      return file;
    }

    @Override
    public void close() throws IOException {
      target.close();
      Files.deleteIfExists(part);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
