package org.florin.adapters.mainframe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.mainframe.FileSets.FileSet;
import org.florin.adapters.vault.TestVaults;
import org.florin.kernel.BusinessClock;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.ImportMode;
import org.florin.legacyfiles.ImportView;
import org.florin.legacyfiles.IntakeDesk;
import org.florin.legacyfiles.IntakeDesk.Outcome;
import org.florin.legacyfiles.ReceiveFile.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults of files by their numbers, through the real intake on a real PostgreSQL. */
class FileFaultsTest {

  private static final int DAILY_LENGTH = 350;

  private static final BusinessClock CLOCK =
      new BusinessClock() {
        @Override
        public Instant now() {
          return Instant.parse("2026-01-05T12:00:00Z");
        }

        @Override
        public LocalDate businessDate() {
          return LocalDate.of(2026, 1, 5);
        }
      };

  @TempDir Path scratch;

  private final String system = "faults-" + UUID.randomUUID();
  private IntakeDesk desk;
  private Map<FileKind, byte[]> files;

  @BeforeEach
  void open() throws IOException {
    desk = newDesk();
    Path folder = scratch.resolve("set");
    int firstAccount = 60_000_000 + Math.floorMod(system.hashCode(), 1_000_000) * 10;
    new FileSetGenerator(3, firstAccount, 8, 40, RecordEncoding.ebcdic()).writeTo(folder);
    FileSet set = FileSets.in(folder, RecordEncoding.ebcdic());
    files = new EnumMap<>(set.files());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private IntakeDesk newDesk() {
    CardDemoFormats formats =
        new CardDemoFormats() {
          @Override
          public String system() {
            return system;
          }
        };
    return new IntakeDesk(formats, TestVaults.cards(), TestVaults.people(), CLOCK, 16);
  }

  private Outcome take(String prefix) {
    Map<String, byte[]> named = new TreeMap<>();
    files.forEach((kind, bytes) -> named.put(prefix + kind.code(), bytes));
    return desk.take(named, ImportMode.CORRECT);
  }

  private long postings() {
    return desk.database()
        .first(
            "select count(*) as number from journal_entry where starts_with(natural_key, ?)",
            row -> row.number("number"),
            "clearing:" + system + ":")
        .orElseThrow();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void f1_the_same_file_twice_counts_once_and_other_content_under_its_ids_waits() {
    take("");
    long postings = postings();
    assertTrue(postings > 0);
    assertTrue(assertInstanceOf(Outcome.TakenIn.class, take("renamed-")).repeated());
    assertEquals(postings, postings());

    byte[] daily = files.get(FileKind.DAILY_TRANSACTIONS).clone();
    daily[132 + 9] = (byte) (daily[132 + 9] == (byte) 0xF1 ? 0xF2 : 0xF1);
    files.put(FileKind.DAILY_TRANSACTIONS, daily);
    Outcome.TakenIn other = assertInstanceOf(Outcome.TakenIn.class, take("other-"));
    assertTrue(
        other.suspense().stream()
            .map(ImportView.SuspenseView::reason)
            .anyMatch("the id was taken in before with other content"::equals));
    assertEquals(postings, postings());
  }

  @Test
  void f2_a_file_still_being_written_is_not_what_its_hash_says() {
    byte[] whole = files.get(FileKind.ACCOUNTS);
    byte[] soFar = Arrays.copyOf(whole, whole.length - 300);
    Optional<String> declared = Optional.of(sha256(whole));
    assertInstanceOf(
        Receipt.Refused.class, desk.receive("accounts", new ByteArrayInputStream(soFar), declared));
    Receipt.Kept kept =
        assertInstanceOf(
            Receipt.Kept.class,
            desk.receive("accounts", new ByteArrayInputStream(whole), declared));
    assertFalse(kept.known());
    assertEquals("received", kept.file().status());
  }

  @Test
  void f3_a_truncated_file_is_quarantined_and_nothing_of_its_set_is_posted() {
    byte[] daily = files.get(FileKind.DAILY_TRANSACTIONS);
    files.put(FileKind.DAILY_TRANSACTIONS, Arrays.copyOf(daily, daily.length - 17));
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, take(""));
    assertTrue(refused.reasons().getFirst().contains("ends inside record 40 at offset 13983"));
    assertEquals(0, postings());
  }

  @Test
  void f4_a_poison_record_waits_and_all_others_are_posted() {
    byte[] daily = files.get(FileKind.DAILY_TRANSACTIONS).clone();
    daily[140] = 0x15;
    daily[DAILY_LENGTH + 142] = 0x40;
    daily[2 * DAILY_LENGTH + 35] = 0x25;
    System.arraycopy(
        RecordEncoding.ebcdic().encode("0000-00-00"), 0, daily, 3 * DAILY_LENGTH + 278, 10);
    System.arraycopy(
        RecordEncoding.ebcdic().encode("0000000000000000"), 0, daily, 4 * DAILY_LENGTH + 262, 16);
    files.put(FileKind.DAILY_TRANSACTIONS, daily);
    Outcome.TakenIn taken = assertInstanceOf(Outcome.TakenIn.class, take(""));
    List<String> placed =
        taken.suspense().stream()
            .filter(item -> item.line() <= 5)
            .map(item -> item.line() + " " + item.offset() + " " + item.field())
            .toList();
    assertEquals(
        List.of(
            "1 140 amount",
            "2 492 amount",
            "3 735 description",
            "4 1328 original-timestamp",
            "5 1400 card-number"),
        placed);
    assertEquals(40, taken.total().posted() + daily(taken));
    assertEquals(taken.total().posted(), postings());
  }

  private static long daily(Outcome.TakenIn taken) {
    return taken.suspense().stream()
        .filter(item -> item.file().equals(FileKind.DAILY_TRANSACTIONS.code()))
        .count();
  }

  @Test
  void f6_a_file_seen_again_after_it_was_posted_is_known_by_its_content() {
    take("");
    long postings = postings();
    desk.close();
    desk = newDesk();
    Receipt.Kept again =
        assertInstanceOf(
            Receipt.Kept.class, desk.receive("moved-late", files.get(FileKind.DAILY_TRANSACTIONS)));
    assertTrue(again.known());
    assertTrue(assertInstanceOf(Outcome.TakenIn.class, take("")).repeated());
    assertEquals(postings, postings());
  }

  @Test
  void f7_unsafe_names_are_refused_unread() {
    InputStream unread =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("the content was read");
          }
        };
    for (String name :
        List.of(
            "../accounts",
            "a/b",
            "a\\b",
            "..",
            ".",
            "",
            " ",
            "two\nlines",
            "nul\0",
            "x".repeat(4096))) {
      assertInstanceOf(Receipt.Refused.class, desk.receive(name, unread, Optional.empty()), name);
    }
    Receipt.Kept empty = assertInstanceOf(Receipt.Kept.class, desk.receive("empty", new byte[0]));
    assertEquals("quarantined", empty.file().status());
  }

  @Test
  void f8_a_file_of_markup_is_quarantined_and_read_by_no_parser() {
    byte[] bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>\n"
            .getBytes(StandardCharsets.US_ASCII);
    Receipt.Kept kept = assertInstanceOf(Receipt.Kept.class, desk.receive("payments.xml", bomb));
    assertEquals("quarantined", kept.file().status());
    assertTrue(kept.file().reason().orElseThrow().contains("no known layout"));
  }
}
