package org.florin.adapters.mainframe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.RecordValues;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.LegacyFormats.Recognition;
import org.florin.legacyfiles.LegacyFormats.Recognition.Ignored;
import org.florin.legacyfiles.LegacyFormats.Recognition.Recognised;
import org.florin.legacyfiles.LegacyFormats.Recognition.Unknown;

/**
 * Tells from its first bytes what a file is. The encoding follows from the bytes in use; the kind
 * is the most demanding layout that at least half of the records fit, so that damaged records do
 * not hide what the file is.
 */
public final class FileRecognition {

  /** How many leading bytes tell what a file is. */
  public static final int HEAD_LENGTH = 64 * 1024;

  private static final int SAMPLE_MAX = 100;
  private static final String EBCDIC_MARKS = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ{}.,-:'()";

  /** A layout to try, from the most to the least demanding. */
  private record Candidate(Layout layout, Predicate<RecordValues> plausible, Verdict verdict) {}

  private sealed interface Verdict {
    record Take(FileKind kind) implements Verdict {}

    record Leave(String reason) implements Verdict {}
  }

  private static final String EXPORT = "export of another system, not a file of the intake";

  private static final List<Candidate> EXPORTS =
      List.of(
          export("export-customer", 'C'),
          export("export-account", 'A'),
          export("export-cross-reference", 'X'),
          export("export-transaction", 'T'),
          export("export-card", 'D'));

  private static final Candidate POSTED_TRANSACTIONS =
      new Candidate(
          Layouts.TRANSACTION,
          values -> !values.text("processing-timestamp").isBlank(),
          new Verdict.Leave("transactions that were posted before, no daily file"));

  private static final List<Candidate> CANDIDATES =
      List.of(
          take(Layouts.ACCOUNT, FileKind.ACCOUNTS),
          take(Layouts.CROSS_REFERENCE, FileKind.CROSS_REFERENCES),
          take(Layouts.CATEGORY_BALANCE, FileKind.CATEGORY_BALANCES),
          POSTED_TRANSACTIONS,
          take(Layouts.TRANSACTION, FileKind.DAILY_TRANSACTIONS),
          new Candidate(
              Layouts.CUSTOMER,
              values -> !values.text("last-name").isBlank(),
              new Verdict.Take(FileKind.CUSTOMERS)),
          take(Layouts.CARD, FileKind.CARDS),
          take(Layouts.DISCLOSURE_GROUP, FileKind.DISCLOSURE_GROUPS),
          EXPORTS.get(0),
          EXPORTS.get(1),
          EXPORTS.get(2),
          EXPORTS.get(3),
          EXPORTS.get(4),
          new Candidate(
              Layouts.TRANSACTION_CATEGORY,
              values -> isCode(values.text("type-code")),
              new Verdict.Take(FileKind.TRANSACTION_CATEGORIES)),
          new Candidate(
              Layouts.TRANSACTION_TYPE,
              values -> isCode(values.text("type-code")) && !values.text("description").isBlank(),
              new Verdict.Take(FileKind.TRANSACTION_TYPES)),
          new Candidate(
              Layouts.USER_SECURITY,
              values -> "AU".contains(values.text("user-type")),
              new Verdict.Leave("users and clear-text passwords are not taken over")));

  private FileRecognition() {}

  private static Candidate take(Layout layout, FileKind kind) {
    return new Candidate(layout, values -> true, new Verdict.Take(kind));
  }

  private static Candidate export(String layout, char recordType) {
    return new Candidate(
        Layouts.named(layout),
        values -> values.text("record-type").charAt(0) == recordType,
        new Verdict.Leave(EXPORT));
  }

  private static boolean isCode(String text) {
    return text.chars().allMatch(character -> character >= '0' && character <= '9');
  }

  /** Whether these are transactions that a posting run has written. */
  public static boolean isPostedTransactions(byte[] head) {
    return encoding(head)
        .filter(
            encoding ->
                !(recognise(head) instanceof Recognised)
                    && fits(POSTED_TRANSACTIONS, encoding, head))
        .isPresent();
  }

  /** Whether this is an export with its binary fields. */
  public static boolean isExport(byte[] head) {
    return EXPORTS.stream().anyMatch(export -> fits(export, RecordEncoding.ebcdic(), head));
  }

  /** What the file with this beginning is. */
  public static Recognition recognise(byte[] head) {
    if (head.length == 0) {
      return new Unknown("the file ends before record 1 at offset 0: it is empty");
    }
    if (isInitialiser(head)) {
      return new Ignored("dummy record that only initialises a transaction file");
    }
    if (isUnloadOfAuthorizations(head)) {
      return new Ignored("unload of pending authorizations, not a file of the intake");
    }
    Optional<RecordEncoding> encoding = encoding(head);
    if (encoding.isEmpty()) {
      return new Unknown("record 1 at offset 0 is neither EBCDIC nor ASCII text");
    }
    for (Candidate candidate : CANDIDATES) {
      if (fits(candidate, encoding.get(), head)) {
        return switch (candidate.verdict()) {
          case Verdict.Take take -> new Recognised(take.kind(), encoding.get().name());
          case Verdict.Leave leave -> new Ignored(leave.reason());
        };
      }
    }
    return new Unknown("no known layout fits the records from record 1 at offset 0 on");
  }

  /** Blanks and digits are the most frequent characters of these files and differ everywhere. */
  public static Optional<RecordEncoding> encoding(byte[] head) {
    RecordEncoding ebcdic = RecordEncoding.ebcdic();
    boolean[] marks = new boolean[256];
    for (byte mark : ebcdic.encode(EBCDIC_MARKS)) {
      marks[mark & 0xff] = true;
    }
    int asciiCount = 0;
    int ebcdicCount = 0;
    for (byte value : head) {
      if (value >= 0x20 && value < 0x7f || value == '\n' || value == '\r') {
        asciiCount++;
      }
      if (marks[value & 0xff]) {
        ebcdicCount++;
      }
    }
    if (asciiCount > ebcdicCount && asciiCount >= head.length / 2) {
      return Optional.of(RecordEncoding.ascii());
    }
    return ebcdicCount >= head.length / 3 ? Optional.of(ebcdic) : Optional.empty();
  }

  private static boolean fits(Candidate candidate, RecordEncoding encoding, byte[] head) {
    RecordCodec codec = new RecordCodec(candidate.layout(), encoding);
    int seen = 0;
    int fitting = 0;
    try (RecordReader reader = RecordReader.of(new ByteArrayInputStream(head), codec)) {
      while (seen < SAMPLE_MAX && reader.next() instanceof RecordReader.Step.Found found) {
        seen++;
        if (codec.decode(found.bytes()) instanceof Decoded decoded
            && candidate.plausible().test(decoded.values())) {
          fitting++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fitting > 0 && fitting * 2 >= seen;
  }

  private static boolean isInitialiser(byte[] head) {
    if (head.length != Layouts.TRANSACTION.recordLength()) {
      return false;
    }
    for (int index = 0; index < head.length - 8; index++) {
      if (head[index] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The unload begins with a header whose first two bytes give its length, 88. */
  private static boolean isUnloadOfAuthorizations(byte[] head) {
    return head.length > 88 && head[0] == 0 && head[1] == 88 && head[2] == 0 && head[3] == 0;
  }
}
