package org.florin.legacyfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.florin.accounts.AccountBooks;
import org.florin.cards.CardVault;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.JobId;
import org.florin.ledger.Journals;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.platform.sql.Database;
import org.junit.jupiter.api.Test;

/** Daily transactions against accounts on a real PostgreSQL. */
class DailyPostingDeskTest {

  private static final String CARD = "9999000000000017";
  private static final LocalDate PURCHASED_ON = LocalDate.of(2022, 6, 10);

  /** A legacy system of this test alone. */
  private final String system = "test-" + UUID.randomUUID();

  private final AccountId account = AccountId.create();

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

  /** A vault that only knows its index. */
  private static final class IndexingVault implements CardVault {
    @Override
    public byte[] indexOf(String pan) {
      return pan.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Sealed seal(CardId card, String pan) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String open(CardId card, Sealed sealed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String securityCode(String pan, int expiryMonth, int expiryYear) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean securityCodeMatches(String pan, int expiryMonth, int expiryYear, String code) {
      throw new UnsupportedOperationException();
    }
  }

  private void openAccount(long limitMinor, LocalDate expiresOn) {
    Database database = TestDatabase.autoCommitting();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, 'classic', 'USD', ?, 0, 1, ?)
        """,
        account.value(),
        UUID.randomUUID(),
        limitMinor,
        LocalDate.EPOCH);
    database.update(
        "insert into legacy_account values (?, '00000000001', ?, '', 0, ?, 0, 0, ?)",
        system,
        account.value(),
        limitMinor,
        expiresOn);
    database.update(
        "insert into legacy_card values (?, ?, '000000001', '00000000001', null)",
        system,
        new IndexingVault().indexOf(CARD));
  }

  private ImportChunk post(ImportMode mode, List<LegacyRecord.DailyTransaction> rows) {
    ImportFile file =
        new ImportFile(
            1,
            org.florin.kernel.FileId.create(),
            system,
            FileKind.DAILY_TRANSACTIONS,
            "ascii",
            0,
            0,
            false);
    ImportChunk chunk = new ImportChunk(JobId.create(), file, mode);
    List<Reading.Read> reads = new ArrayList<>();
    for (LegacyRecord.DailyTransaction row : rows) {
      int line = reads.size() + 1;
      reads.add(new Reading.Read(line, (line - 1) * 350L, line * 350L, row));
      chunk.read(row);
    }
    TestDatabase.inTransaction(
        database -> {
          desk(database).post(chunk, reads);
          return chunk;
        });
    return chunk;
  }

  private static DailyPostingDesk desk(Database database) {
    DailyPostingDesk desk = new DailyPostingDesk();
    desk.records = new LegacyRecords();
    desk.records.database = database;
    desk.transactions = new LegacyTransactions();
    desk.transactions.database = database;
    desk.cardVault = new IndexingVault();
    desk.book = AccountBooks.on(database);
    desk.clock = CLOCK;
    desk.settings = new LegacyFilesSettings();
    desk.settings.timeZone = "UTC";
    return desk;
  }

  private static LegacyRecord.DailyTransaction row(int id, long amountMinor) {
    return row(id, amountMinor, CARD);
  }

  private static LegacyRecord.DailyTransaction row(int id, long amountMinor, String pan) {
    return new LegacyRecord.DailyTransaction(
        "%016d".formatted(id),
        amountMinor < 0 ? "03" : "01",
        "0001",
        "POS TERM",
        "Purchase",
        amountMinor,
        "800000000",
        "Shop",
        "Austin",
        "72112",
        pan,
        "2022-06-10 19:27:53.000000",
        PURCHASED_ON,
        new byte[350]);
  }

  private long balance() {
    return TestDatabase.autoCommitting()
        .first(
            "select posted_balance_minor from credit_account where id = ?",
            found -> found.number("posted_balance_minor"),
            account.value())
        .orElseThrow();
  }

  private static void assertTies(ImportTally tally) {
    assertEquals(
        tally.read(), tally.posted() + tally.unchanged() + tally.rejected() + tally.suspense());
    assertEquals(
        tally.readMinor(),
        tally.postedMinor()
            + tally.unchangedMinor()
            + tally.rejectedMinor()
            + tally.suspenseMinor());
  }

  @Test
  void correct_mode_posts_what_the_mainframe_rejects_and_flags_it() {
    openAccount(1_000, PURCHASED_ON.minusDays(1));
    ImportChunk chunk = post(ImportMode.CORRECT, List.of(row(1, 900), row(2, 200)));

    assertEquals(2, chunk.tally().posted());
    assertEquals(1_100, balance());
    assertEquals(2, chunk.differences().size());
    assertTrue(chunk.differences().getFirst().correct().contains("after_expiration"));
    assertTrue(chunk.differences().get(1).correct().contains("over_limit"));
    assertTies(chunk.tally());
  }

  @Test
  void compatible_mode_rejects_as_the_mainframe_does() {
    openAccount(1_000, PURCHASED_ON);
    ImportChunk chunk =
        post(ImportMode.COMPATIBLE, List.of(row(1, 600), row(2, -300), row(3, 200), row(4, 100)));

    assertEquals(
        List.of(RejectReason.OVER_LIMIT),
        chunk.rejects().stream().map(ImportChunk.Rejected::reason).toList());
    assertEquals(3, chunk.rejects().getFirst().line());
    assertEquals(400, balance());
    assertTies(chunk.tally());
  }

  @Test
  void an_unknown_card_waits_in_suspense_or_is_rejected() {
    openAccount(1_000, PURCHASED_ON);
    LegacyRecord.DailyTransaction stray = row(1, 5, "9999000000000025");
    ImportChunk correct = post(ImportMode.CORRECT, List.of(stray));
    assertEquals(1, correct.tally().suspense());
    ImportChunk compatible = post(ImportMode.COMPATIBLE, List.of(stray));
    assertEquals(RejectReason.INVALID_CARD, compatible.rejects().getFirst().reason());
    assertEquals(0, balance());
  }

  @Test
  void the_same_id_posts_once_and_other_content_under_it_waits() {
    openAccount(100_000, PURCHASED_ON);
    ImportChunk first = post(ImportMode.CORRECT, List.of(row(1, 700), row(1, 700)));
    assertEquals(1, first.tally().posted());
    assertEquals(1, first.tally().unchanged());
    ImportChunk again = post(ImportMode.CORRECT, List.of(row(1, 700), row(1, 701)));
    assertEquals(1, again.tally().unchanged());
    assertEquals(1, again.tally().suspense());
    assertEquals(700, balance());
  }

  @Test
  void what_was_rejected_is_posted_when_the_mode_turns_correct() {
    openAccount(100, PURCHASED_ON);
    assertEquals(1, post(ImportMode.COMPATIBLE, List.of(row(1, 200))).tally().rejected());
    assertEquals(1, post(ImportMode.COMPATIBLE, List.of(row(1, 200))).tally().rejected());
    assertEquals(1, post(ImportMode.CORRECT, List.of(row(1, 200))).tally().posted());
    assertEquals(1, post(ImportMode.CORRECT, List.of(row(1, 200))).tally().unchanged());
    assertEquals(200, balance());
  }

  @Test
  void any_rows_in_any_chunks_tie_and_leave_balance_equal_to_journal() {
    openAccount(20_000, PURCHASED_ON);
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      ImportMode mode = random.nextBoolean() ? ImportMode.CORRECT : ImportMode.COMPATIBLE;
      List<LegacyRecord.DailyTransaction> rows = new ArrayList<>();
      for (int count = 0; count < 30; count++) {
        int id = random.nextInt(120);
        rows.add(row(id, id * 37L - 1_500, id % 10 == 0 ? "9999000000000025" : CARD));
      }
      assertTies(post(mode, rows).tally());
      assertEquals(
          Journals.on(TestDatabase.autoCommitting()).balanceMinor(account.value()),
          balance(),
          "seed " + seed);
    }
  }
}
