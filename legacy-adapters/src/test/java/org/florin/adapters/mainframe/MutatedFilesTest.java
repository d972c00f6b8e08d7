package org.florin.adapters.mainframe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.mainframe.FileMutator.Damage;
import org.florin.adapters.vault.TestVaults;
import org.florin.kernel.BusinessClock;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.ImportMode;
import org.florin.legacyfiles.ImportTally;
import org.florin.legacyfiles.ImportView;
import org.florin.legacyfiles.IntakeDesk;
import org.florin.legacyfiles.IntakeDesk.Outcome;
import org.florin.legacyfiles.LegacyFormats.Recognition.Recognised;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files, up to a thousand, through the real intake on a real PostgreSQL: receiving, start,
 * chunks. Whatever the damage, a set is refused whole, or every record of it is accounted for; the
 * books agree; and the next set comes through.
 */
class MutatedFilesTest {

  /** As many as the commit's time allows; the whole thousand with -Dflorin.mutations=1000. */
  private static final int FILES = Integer.getInteger("florin.mutations", 150);

  private static final int ACCOUNTS = 6;
  private static final int TRANSACTIONS = 30;
  private static final int CHUNK = 20;

  /** Every so many damaged files the undamaged set follows. */
  private static final int FOLLOWED_BY_WHOLE = 10;

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

  private IntakeDesk desk;
  private final Map<String, Integer> endings = new TreeMap<>();

  /** The formats of CardDemo under the names of other systems, so that no two sets share a key. */
  private static final class RenamedFormats extends CardDemoFormats {
    private String name = "";

    @Override
    public String system() {
      return name;
    }
  }

  private final RenamedFormats formats = new RenamedFormats();

  @BeforeEach
  void open() {
    desk = new IntakeDesk(formats, TestVaults.cards(), TestVaults.people(), CLOCK, CHUNK);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void damaged_files_leave_no_half_posting_and_stop_nothing() throws IOException {
    for (int number = 0; number < FILES; number++) {
      Random random = new Random(number);
      RecordEncoding encoding =
          random.nextBoolean() ? RecordEncoding.ascii() : RecordEncoding.ebcdic();
      String system = "mutant-" + number;
      Map<FileKind, byte[]> whole = set(number, encoding);
      FileKind kind = FileKind.values()[random.nextInt(FileKind.values().length)];
      Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
      Map<FileKind, byte[]> damaged = new EnumMap<>(whole);
      FileMutator mutator = new FileMutator(random, RecordTranslation.layout(kind), encoding);
      damaged.put(kind, mutator.damaged(whole.get(kind), damage));
      ImportMode mode = ImportMode.values()[random.nextInt(2)];
      String seed = "seed " + number + ": " + damage + " of " + kind + " in " + encoding;

      formats.name = system;
      assertSound(system, taken(damaged, mode, seed), seed);
      if (number % FOLLOWED_BY_WHOLE == 0) {
        Outcome after = taken(whole, mode, seed + ", then whole");
        assertTrue(after instanceof Outcome.TakenIn, seed);
        assertBooksAgree(system, seed);
      }
    }
    assertTrue(endings.getOrDefault("refused", 0) >= FILES / 50, endings::toString);
    assertTrue(
        endings.getOrDefault("taken in, some in suspense", 0) > FILES / 5, endings::toString);
    record();
  }

  /** Leaves the counts where a script finds them. */
  private void record() throws IOException {
    Path file = Path.of("target/mutated-files.json");
    Files.createDirectories(file.getParent());
    Gson gson = new GsonBuilder().setPrettyPrinting().create();
    Files.writeString(file, gson.toJson(Map.of("files", FILES, "endings", endings)) + "\n");
  }

  private Map<FileKind, byte[]> set(int number, RecordEncoding encoding) throws IOException {
    Path folder = scratch.resolve("set-" + number);
    new FileSetGenerator(number, 1 + number * 10, ACCOUNTS, TRANSACTIONS, encoding).writeTo(folder);
    Map<FileKind, byte[]> files = new EnumMap<>(FileKind.class);
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (FileRecognition.recognise(bytes) instanceof Recognised recognised) {
          files.put(recognised.kind(), bytes);
        }
      }
    }
    assertEquals(FileKind.values().length, files.size());
    return files;
  }

  private Outcome taken(Map<FileKind, byte[]> files, ImportMode mode, String seed) {
    Map<String, byte[]> named = new TreeMap<>();
    files.forEach((kind, bytes) -> named.put(kind.code(), bytes));
    try {
      return desk.take(named, mode);
    } catch (RuntimeException e) {
      throw new AssertionError(seed, e);
    }
  }

  private void assertSound(String system, Outcome outcome, String seed) {
    switch (outcome) {
      case Outcome.Refused refused -> {
        endings.merge("refused", 1, Integer::sum);
        assertFalse(refused.reasons().isEmpty(), seed);
        for (String reason : refused.reasons()) {
          assertTrue(reason.matches(".*record \\d+ at offset \\d+.*"), seed + ": " + reason);
        }
        assertEquals(0, number("select count(*) from legacy_record where system = ?", system));
        assertEquals(0, postings(system), seed);
      }
      case Outcome.TakenIn taken -> {
        ImportTally total = taken.total();
        endings.merge(
            total.suspense() == 0 ? "taken in whole" : "taken in, some in suspense",
            1,
            Integer::sum);
        assertTies(total, seed);
        assertEquals(total.posted(), postings(system), seed);
        assertEquals(total.postedMinor(), postedMinor(system), seed);
        assertEquals(total.suspense(), taken.suspense().size(), seed);
        taken.suspense().forEach(item -> assertPlaced(item, seed));
      }
    }
    assertBooksAgree(system, seed);
  }

  private static void assertTies(ImportTally total, String seed) {
    assertEquals(
        total.read(),
        total.added() + total.unchanged() + total.differing() + total.rejected() + total.suspense(),
        seed);
    assertEquals(
        total.readMinor(),
        total.postedMinor()
            + total.unchangedMinor()
            + total.rejectedMinor()
            + total.suspenseMinor(),
        seed);
  }

  private static void assertPlaced(ImportView.SuspenseView item, String seed) {
    assertTrue(item.line() > 0 && item.offset() >= 0, seed);
    assertFalse(item.field().isBlank() || item.reason().isBlank(), seed);
  }

  /** Balances are the sums of their lines, here and in what is kept of the mainframe's book. */
  private void assertBooksAgree(String system, String seed) {
    assertEquals(
        0,
        number(
            """
            select count(*) from credit_account account where external_source = ? and posted_balance_minor <> (
              select coalesce(sum(amount_minor), 0) from journal_line where account_id = account.id)""",
            system),
        seed);
    assertEquals(
        0,
        number(
            """
            select count(*) from credit_account account where external_source = ? and not exists (
              select 1 from legacy_account where account_id = account.id)""",
            system),
        seed);
  }

  private long postings(String system) {
    return number(
        "select count(*) from journal_entry where starts_with(natural_key, ?)",
        "clearing:" + system + ":");
  }

  private long postedMinor(String system) {
    return number(
        "select coalesce(sum(amount_minor), 0) from journal_entry where starts_with(natural_key, ?)",
        "clearing:" + system + ":");
  }

  private long number(String sql, String argument) {
    return desk.database()
        .first("select (" + sql + ") as number", row -> row.number("number"), argument)
        .orElseThrow();
  }

  @Test
  void the_same_file_under_another_name_is_the_same_file() throws IOException {
    formats.name = "twice";
    Map<FileKind, byte[]> whole = set(FILES + 1, RecordEncoding.ebcdic());
    Map<String, byte[]> first = new TreeMap<>();
    Map<String, byte[]> renamed = new TreeMap<>();
    whole.forEach((kind, bytes) -> first.put(kind.code(), bytes));
    whole.forEach((kind, bytes) -> renamed.put("again-" + kind.code(), bytes));
    desk.take(first, ImportMode.CORRECT);
    long postings = postings("twice");
    Outcome again = desk.take(renamed, ImportMode.CORRECT);
    assertTrue(again instanceof Outcome.TakenIn taken && taken.repeated());
    assertEquals(postings, postings("twice"));
    assertEquals(List.of(), List.copyOf(endings.keySet()));
  }
}
