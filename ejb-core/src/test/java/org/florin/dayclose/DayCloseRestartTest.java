package org.florin.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.florin.accounts.AccountBooks;
import org.florin.kernel.AccountId;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.jobs.JobRunsOn;
import org.florin.platform.jobs.JobStatus;
import org.florin.platform.jobs.JobTicket;
import org.florin.platform.jobs.TicketExpired;
import org.florin.platform.sql.Database;
import org.junit.jupiter.api.Test;

/**
 * Two banks with the same accounts and postings: one closes its days undisturbed, the other is
 * killed again and again at random statements. In the end their books are the same, byte for byte.
 */
class DayCloseRestartTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 20);
  private static final int DAYS = 45;
  private static final int ACCOUNTS = 40;
  private static final int CHUNK_SIZE = 7;
  private static final int STATEMENTS_MAX = 24;

  /** What a day close leaves; sequence numbers that died with a transaction leave gaps. */
  private static final List<String> BOOKS =
      List.of(
          "select (to_jsonb(d) - 'cut_off')::text as line from account_day d order by account_id, day, version",
          "select (to_jsonb(s) - 'cut_off')::text as line from account_statement s order by account_id, closed_on",
          """
          select (to_jsonb(e) - 'sequence' - 'created_at')::text as line from journal_entry e
          order by natural_key""",
          "select (to_jsonb(l))::text as line from journal_line l order by entry_id, line",
          "select (to_jsonb(a) - 'created_at')::text as line from credit_account a order by id",
          "select (to_jsonb(p))::text as line from day_close_part p order by business_date, part",
          """
          select business_date || ' ' || accounts || ' ' || (closed_at is not null) as line
          from day_close order by business_date""",
          "select type || ' ' || payload as line from outbox_event where type <> 'day.closed' order by 1",
          "select job || business_key || status as line from job_run order by 1",
          "select business_date::text as line from bank");

  @Test
  void killed_close_leaves_the_same_books_as_an_undisturbed_one() {
    var calm = TwinBank.create("florin_calm");
    var killed = TwinBank.create("florin_killed");
    var random = new Random(20_261_122);
    var kills = 0;
    for (var bank : List.of(calm, killed)) {
      settle(bank);
    }
    for (var number = 0; number < DAYS; number++) {
      var day = START.plusDays(number);
      for (var bank : List.of(calm, killed)) {
        post(bank, day);
      }
      close(calm, day, calm::inTransaction);
      kills += closeUnderKills(killed, day, random);
    }

    assertTrue(kills >= 40, "only " + kills + " kills");
    for (var sql : BOOKS) {
      var expected = lines(calm, sql);
      assertFalse(expected.isEmpty(), sql);
      assertEquals(expected, lines(killed, sql), sql);
    }
  }

  /** A way to do a transaction. */
  @FunctionalInterface
  private interface Doing {
    Object handle(Function<Database, Object> work);
  }

  private static void close(TwinBank bank, LocalDate day, Doing doing) {
    var ticket = begin(bank, order(bank, day));
    closeAll(bank, ticket, doing);
  }

  private static int closeUnderKills(TwinBank bank, LocalDate day, Random random) {
    var run = order(bank, day);
    var kills = 0;
    while (true) {
      var ticket = begin(bank, run);
      try {
        closeAll(
            bank,
            ticket,
            work ->
                random.nextInt(9) == 0
                    ? bank.dyingAfter(random.nextInt(STATEMENTS_MAX), work)
                    : bank.inTransaction(work));
        return kills;
      } catch (TwinBank.Killed e) {
        kills++;
        orphan(bank, run);
        assertEquals(run, order(bank, day));
      }
    }
  }

  private static void closeAll(TwinBank bank, JobTicket ticket, Doing doing) {
    doing.handle(
        database -> {
          TwinBank.run(database).open(ticket);
          return ticket;
        });
    var parts = bank.inTransaction(database -> TwinBank.run(database).parts(ticket.run()));
    for (var part : parts) {
      while (true) {
        var accounts =
            bank.inTransaction(
                database ->
                    TwinBank.run(database).next(ticket.run(), part, Optional.empty(), CHUNK_SIZE));
        if (accounts.isEmpty()) {
          break;
        }
        doing.handle(
            database ->
                TwinBank.run(database).close(ticket, new DayCloseRun.Chunk(part, accounts)));
      }
    }
    doing.handle(database -> TwinBank.run(database).finish(ticket));
    bank.inTransaction(
        database -> {
          JobRunsOn.database(database).end(ticket, JobStatus.COMPLETED, "");
          return ticket;
        });
  }

  @Test
  void holder_that_lost_its_lease_writes_nothing() {
    var bank = TwinBank.create("florin_fenced");
    settle(bank);
    post(bank, START);
    var run = order(bank, START);
    var first = begin(bank, run);
    bank.inTransaction(
        database -> {
          TwinBank.run(database).open(first);
          return first;
        });
    orphan(bank, run);
    var second = begin(bank, run);
    var accounts =
        bank.inTransaction(
            database -> TwinBank.run(database).next(run, 0, Optional.empty(), CHUNK_SIZE));

    assertThrows(
        TicketExpired.class,
        () ->
            bank.inTransaction(
                database ->
                    TwinBank.run(database).close(first, new DayCloseRun.Chunk(0, accounts))));
    assertEquals(List.of(), lines(bank, "select 'row' as line from account_day"));

    bank.inTransaction(
        database -> TwinBank.run(database).close(second, new DayCloseRun.Chunk(0, accounts)));
    assertEquals(CHUNK_SIZE, lines(bank, "select 'row' as line from account_day").size());
  }

  @Test
  void two_who_begin_the_same_date_get_one_run_and_one_ticket() {
    var bank = TwinBank.create("florin_twice");
    settle(bank);
    var run = order(bank, START);

    assertEquals(run, order(bank, START));
    assertTrue(ticket(bank, run).isPresent());
    assertTrue(ticket(bank, run).isEmpty());
  }

  private static JobId order(TwinBank bank, LocalDate day) {
    return bank.inTransaction(
        database ->
            JobRunsOn.database(database)
                .enqueue(CloseBusinessDate.JOB, day.toString(), day.plusDays(1).toString(), "test")
                .run());
  }

  private static JobTicket begin(TwinBank bank, JobId run) {
    return ticket(bank, run).orElseThrow();
  }

  private static Optional<JobTicket> ticket(TwinBank bank, JobId run) {
    return bank.inTransaction(database -> JobRunsOn.database(database).begin(run, "test"));
  }

  /** The holder is gone: its heartbeat is old. */
  private static void orphan(TwinBank bank, JobId run) {
    bank.autoCommitting()
        .update(
            "update job_run set heartbeat_at = clock_timestamp() - interval '5 minutes' where id = ?",
            run.value());
  }

  private static void settle(TwinBank bank) {
    bank.autoCommitting().update("update bank set business_date = ?", START);
    for (var number = 0; number < ACCOUNTS; number++) {
      bank.autoCommitting()
          .update(
              """
              insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
                cycle_day, opened_on) values (?, ?, 'classic', 'USD', 500000, 100000, ?, ?)
              """,
              account(number).value(),
              new UUID(1, number),
              1 + number % 28,
              START);
    }
  }

  private static void post(TwinBank bank, LocalDate day) {
    var random = new Random(day.toEpochDay());
    var postings = new ArrayList<Posting>();
    for (var number = 0; number < ACCOUNTS; number++) {
      if (random.nextInt(4) == 0) {
        var pays = random.nextInt(3) == 0;
        var minor = 1L + random.nextInt(40_000);
        var key = "test:" + number + ":" + day;
        postings.add(
            new Posting(
                TransactionId.named(key),
                key,
                pays
                    ? PostingKind.PAYMENT
                    : random.nextInt(5) == 0 ? PostingKind.CASH_ADVANCE : PostingKind.PURCHASE,
                account(number),
                Optional.empty(),
                Optional.empty(),
                Money.usd(pays ? -minor : minor),
                "network_settlement",
                day,
                Instant.EPOCH,
                "test",
                "api",
                Optional.empty(),
                Optional.empty(),
                List.of()));
      }
    }
    bank.inTransaction(database -> AccountBooks.on(database).post(postings));
  }

  private static AccountId account(int number) {
    return new AccountId(new UUID(0x7000L, number));
  }

  private static List<String> lines(TwinBank bank, String sql) {
    return bank.autoCommitting().list(sql, row -> row.text("line"));
  }
}
