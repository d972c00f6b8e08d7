package org.florin.legacyfiles;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.FileId;
import org.florin.legacyfiles.LegacyFiles.Outcome;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyFormats.Recognition;
import org.florin.legacyfiles.LegacyFormats.Screen;
import org.jspecify.annotations.Nullable;

/**
 * Receives a file as a stream. What it is is told by its content; the same content again is the
 * same file; a file that ends inside a record is quarantined whole.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiveFile {

  private static final int NAME_LENGTH_MAX = 255;

  /**
   * A file on its way in.
   *
   * @param sha256 what the sender says the content comes to, in hexadecimal; other content is not
   *     kept
   */
  public record Command(
      String system, String name, InputStream content, Actor actor, Optional<String> sha256) {}

  /** What became of it. */
  public sealed interface Receipt {

    /** The file is kept, or was kept before with the same content. */
    record Kept(LegacyFileView file, boolean known) implements Receipt {}

    /** Nothing was kept; the reason is for the sender. */
    record Refused(String field, String reason) implements Receipt {}
  }

  @Inject SystemFormats systems;
  @Inject LegacyFiles files;

  /** Reads the content to its end, unless it is refused before. */
  public Receipt handle(Command command) throws IOException {
    Optional<LegacyFormats> formats = systems.of(command.system());
    if (formats.isEmpty()) {
      return new Receipt.Refused("system", "no legacy system of that name is connected");
    }
    if (!isSafe(command.name())) {
      return new Receipt.Refused(
          "name", "a file name has up to 255 visible characters and no path in it");
    }
    files.forgetAbandoned();
    byte[] head = command.content().readNBytes(formats.get().headLength());
    Optional<Completed> completed =
        switch (formats.get().recognise(command.name(), head)) {
          case Recognition.Recognised recognised -> keep(command, formats.get(), recognised, head);
          case Recognition.Ignored ignored ->
              leave(command, head, new Verdict("ignored", ignored.reason()));
          case Recognition.Unknown unknown ->
              leave(command, head, new Verdict("quarantined", unknown.reason()));
        };
    if (completed.isEmpty()) {
      return new Receipt.Refused("sha256", "the content is not what the sender says it is");
    }
    FileId file = completed.get().file();
    return new Receipt.Kept(files.find(file).orElseThrow(), completed.get().known());
  }

  private record Verdict(String status, @Nullable String reason) {}

  private record Completed(FileId file, boolean known) {}

  /** Empty if the sender meant another content; then nothing is kept. */
  private Optional<Completed> complete(Command command, FileId begun, Outcome outcome) {
    String sha256 = HexFormat.of().formatHex(outcome.sha256());
    if (command.sha256().filter(declared -> !declared.equalsIgnoreCase(sha256)).isPresent()) {
      files.forget(begun);
      return Optional.empty();
    }
    FileId kept = files.settle(begun, outcome);
    return Optional.of(new Completed(kept, !kept.equals(begun)));
  }

  private Optional<Completed> keep(
      Command command, LegacyFormats formats, Recognition.Recognised recognised, byte[] head)
      throws IOException {
    FileId file =
        files.begin(
            command.system(),
            "in",
            command.name(),
            recognised.kind().code(),
            recognised.encoding(),
            command.actor().name());
    OutputStream writer = LegacyContent.write(files, file);
    Screen screen = formats.screen(recognised.kind(), recognised.encoding(), writer);
    Digested digested = copy(head, command.content(), screen);
    screen.close();
    Outcome outcome =
        switch (screen.verdict()) {
          case Reading.End end ->
              new Outcome("received", null, digested.sha256(), digested.size(), end.records());
          case Reading.Torn torn ->
              new Outcome(
                  "quarantined",
                  torn.reason(),
                  digested.sha256(),
                  digested.size(),
                  torn.line() - 1);
          case Reading.Read read -> throw new IllegalStateException("a verdict is no record");
          case Reading.Faulty faulty -> throw new IllegalStateException("a verdict is no record");
        };
    return complete(command, file, outcome);
  }

  /** Notes a file whose content is not kept. */
  private Optional<Completed> leave(Command command, byte[] head, Verdict verdict)
      throws IOException {
    FileId file =
        files.begin(command.system(), "in", command.name(), null, null, command.actor().name());
    Digested digested = copy(head, command.content(), OutputStream.nullOutputStream());
    return complete(
        command,
        file,
        new Outcome(verdict.status(), verdict.reason(), digested.sha256(), digested.size(), 0));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Digested(byte[] sha256, long size) {}

  private static Digested copy(byte[] head, InputStream rest, OutputStream target)
      throws IOException {
    MessageDigest digest = sha256();
    digest.update(head);
    target.write(head);
    long size = head.length;
    byte[] buffer = new byte[64 * 1024];
    for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
      digest.update(buffer, 0, read);
      target.write(buffer, 0, read);
      size += read;
    }
    return new Digested(digest.digest(), size);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSafe(String name) {
    return !name.isBlank()
        && name.length() <= NAME_LENGTH_MAX
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().allMatch(c -> c >= 0x20 && c != 0x7f && c != '/' && c != '\\');
  }
}
