package org.florin.adapters.mainframe;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.SharedFolder;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.LegacyFormats.Recognition.Recognised;

/** The file sets tests run on: generated ones always, the public sample where it is at hand. */
public final class FileSets {

  /** One folder of files in one encoding. */
  public record FileSet(String name, RecordEncoding encoding, Map<FileKind, byte[]> files) {

    public RecordReader reader(FileKind kind) {
      return RecordReader.of(new ByteArrayInputStream(bytes(kind)), codec(kind));
    }

    public byte[] bytes(FileKind kind) {
      return files.get(kind);
    }

    public RecordCodec codec(FileKind kind) {
      return new RecordCodec(RecordTranslation.layout(kind), encoding);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private FileSets() {}

  public static Stream<FileSet> all() throws IOException {
    List<FileSet> sets = new ArrayList<>();
    sets.add(generated(RecordEncoding.ascii()));
    sets.add(generated(RecordEncoding.ebcdic()));
    sample("ASCII").ifPresent(sets::add);
    sample("EBCDIC").ifPresent(sets::add);
    return sets.stream();
  }

  public static FileSet generated(RecordEncoding encoding) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "file-set");
    new FileSetGenerator(42, 60, 500, encoding).writeTo(folder);
    return read("generated " + encoding, encoding, folder);
  }

  public static Optional<FileSet> sample(String encoding) {
    return SharedFolder.find("data/carddemo/" + encoding)
        .map(
            folder ->
                read(
                    "sample " + encoding,
                    encoding.equals("ASCII") ? RecordEncoding.ascii() : RecordEncoding.ebcdic(),
                    folder));
  }

  /** The set that lies in a folder. */
  public static FileSet in(Path folder, RecordEncoding encoding) {
    return read(folder.toString(), encoding, folder);
  }

  private static FileSet read(String name, RecordEncoding encoding, Path folder) {
    Map<FileKind, byte[]> files = new EnumMap<>(FileKind.class);
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        try (InputStream stream = new BufferedInputStream(new ByteArrayInputStream(bytes))) {
          byte[] head = stream.readNBytes(FileRecognition.HEAD_LENGTH);
          if (FileRecognition.recognise(head) instanceof Recognised recognised) {
            files.put(recognised.kind(), bytes);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileSet(name, encoding, files);
  }
}
