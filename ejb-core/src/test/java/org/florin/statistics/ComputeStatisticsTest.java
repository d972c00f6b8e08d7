package org.florin.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.jobs.JobRunsOn;
import org.florin.platform.jobs.JobStatus;
import org.florin.platform.jobs.JobTicket;
import org.florin.platform.sql.Database;
import org.junit.jupiter.api.Test;

/** Figures against the ledger on a real PostgreSQL. */
class ComputeStatisticsTest {

  /** Each test has years of its own, so that closed days of one don't meet those of another. */
  private static int years;

  private final LocalDate monday = monday();
  private final AccountId account = anAccount();
  private LocalDate businessDate = monday.plusDays(1);

  private static synchronized LocalDate monday() {
    years += 2;
    return Period.WEEKLY.startOf(LocalDate.of(1900 + years, 6, 15));
  }

  private AccountId anAccount() {
    AccountId id = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, 'classic', 'USD', 100000, 20000, 1, ?)
            """,
            id.value(),
            UUID.randomUUID(),
            monday);
    return id;
  }

  private void post(LocalDate day, PostingKind kind, long minor, String mcc) {
    Posting posting =
        new Posting(
            TransactionId.create(),
            UUID.randomUUID().toString(),
            kind,
            account,
            Optional.empty(),
            Optional.empty(),
            Money.usd(minor),
            kind.contraAccount(),
            day,
            Instant.EPOCH,
            "test",
            "api",
            Optional.empty(),
            Optional.of(
                new MerchantDetails(
                    "M1", "Shop", Optional.of(mcc), Optional.empty(), Optional.of("US"))),
            List.of());
    TestDatabase.inTransaction(database -> AccountBooks.on(database).post(posting));
  }

  private static Statistics store(Database database) {
    Statistics statistics = new Statistics();
    statistics.database = database;
    return statistics;
  }

  private void run(Period period) {
    run(period, run -> TestDatabase.inTransaction(database -> plan(database).steps(run)));
  }

  private void run(Period period, Function<JobId, List<StatisticsStep>> planned) {
    LocalDate startsOn = period.startOf(monday);
    JobTicket ticket =
        TestDatabase.inTransaction(
            database -> {
              JobId run =
                  JobRunsOn.database(database)
                      .enqueueAgain(
                          StartStatistics.JOB_PREFIX + period.code(),
                          startsOn.toString(),
                          startsOn.toString(),
                          "test")
                      .run();
              return JobRunsOn.database(database).begin(run, "test").orElseThrow();
            });
    try {
      List<StatisticsStep> steps = planned.apply(ticket.run());
      for (StatisticsStep step : steps) {
        go(ticket, step, steps.size());
      }
    } finally {
      TestDatabase.inTransaction(
          database -> {
            JobRunsOn.database(database).end(ticket, JobStatus.COMPLETED, "");
            return ticket;
          });
    }
  }

  private void go(JobTicket ticket, StatisticsStep step, long total) {
    TestDatabase.inTransaction(
        database -> {
          ComputeStatistics compute = new ComputeStatistics();
          compute.statistics = store(database);
          compute.book = AccountBooks.on(database);
          compute.jobs = JobRunsOn.database(database);
          compute.clock = clock();
          return compute.handle(new ComputeStatistics.Command(ticket, step, 1, total));
        });
  }

  private PlanStatistics plan(Database database) {
    PlanStatistics plan = new PlanStatistics();
    plan.statistics = store(database);
    plan.jobs = JobRunsOn.database(database);
    plan.clock = clock();
    return plan;
  }

  private BusinessClock clock() {
    return new BusinessClock() {
      @Override
      public Instant now() {
        return Instant.EPOCH;
      }

      @Override
      public LocalDate businessDate() {
        return businessDate;
      }
    };
  }

  private List<StatisticsRow> rows(Period period, Dimension... dimensions) {
    FindStatistics find = new FindStatistics();
    find.statistics = store(TestDatabase.autoCommitting());
    LocalDate startsOn = period.startOf(monday);
    return find.handle(
        new FindStatistics.Query(
            period, startsOn, startsOn, List.of(dimensions), Optional.of(account)));
  }

  private StatisticsRow.Metric metric(Period period, String name) {
    return rows(period).getFirst().metrics().get(name);
  }

  @Test
  void a_day_is_told_by_kind_category_and_rail() {
    post(monday, PostingKind.PURCHASE, 4_500, "5411");
    post(monday, PostingKind.PURCHASE, 1_000, "5812");
    post(monday, PostingKind.REFUND, -500, "5411");
    post(monday, PostingKind.PAYMENT, -2_000, "0000");
    run(Period.DAILY);

    assertEquals(5_500, metric(Period.DAILY, "purchases").amountMinor());
    assertEquals(2, metric(Period.DAILY, "purchases").count());
    assertEquals(-500, metric(Period.DAILY, "refunds").amountMinor());
    assertEquals(-2_000, metric(Period.DAILY, "payments").parts().get("stripe").amountMinor());
    assertEquals(1, metric(Period.DAILY, "accounts_opened").count());
    StatisticsRow grocery =
        rows(Period.DAILY, Dimension.MCC).stream()
            .filter(row -> row.keys().get(Dimension.MCC).equals("5411"))
            .findFirst()
            .orElseThrow();
    assertEquals(4_500, grocery.metrics().get("purchases").amountMinor());
    assertEquals("closed", grocery.status());
  }

  @Test
  void an_open_day_is_replaced_and_a_closed_one_only_restated() {
    businessDate = monday;
    post(monday, PostingKind.PURCHASE, 100, "5411");
    run(Period.DAILY);
    assertEquals("open", rows(Period.DAILY).getFirst().status());
    post(monday, PostingKind.PURCHASE, 200, "5411");
    run(Period.DAILY);
    assertEquals(300, metric(Period.DAILY, "purchases").amountMinor());

    businessDate = monday.plusDays(1);
    run(Period.DAILY);
    run(Period.DAILY);
    assertEquals(false, rows(Period.DAILY).getFirst().restated());
    long rowsBefore = factCount();

    post(monday, PostingKind.PURCHASE, 400, "5411");
    run(Period.DAILY);
    assertEquals(700, metric(Period.DAILY, "purchases").amountMinor());
    assertTrue(rows(Period.DAILY).getFirst().restated());
    assertEquals(rowsBefore + 1, factCount());
    run(Period.DAILY);
    assertEquals(rowsBefore + 1, factCount());
  }

  private long factCount() {
    return TestDatabase.autoCommitting()
        .first(
            "select count(*) as facts from statistic_fact where account_id = ? and period = 'daily'",
            row -> row.number("facts"),
            account.value())
        .orElseThrow();
  }

  @Test
  void parts_of_a_day_make_up_the_whole() {
    businessDate = monday;
    post(monday, PostingKind.PURCHASE, 100, "5411");
    post(monday, PostingKind.PAYMENT, -30, "0000");
    run(Period.DAILY);
    List<StatisticsRow> whole = rows(Period.DAILY, Dimension.MCC);

    int parts = 7;
    run(
        Period.DAILY,
        run -> {
          List<StatisticsStep> steps = new ArrayList<>();
          for (int part = 0; part < parts; part++) {
            steps.add(new StatisticsStep.Compute(Period.DAILY, monday, part, parts));
          }
          steps.add(new StatisticsStep.Settle(Period.DAILY, monday));
          return steps;
        });

    assertEquals(whole, rows(Period.DAILY, Dimension.MCC));
  }

  @Test
  void weeks_and_months_are_sums_of_days_whatever_was_run_before() {
    businessDate = monday.plusDays(60);
    Random random = new Random(7);
    long week = 0;
    long month = 0;
    for (int count = 0; count < 60; count++) {
      LocalDate day = Period.MONTHLY.startOf(monday).plusDays(random.nextInt(30));
      long minor = 1 + random.nextInt(10_000);
      post(day, PostingKind.PURCHASE, minor, "5411");
      week += Period.WEEKLY.startOf(day).equals(monday) ? minor : 0;
      month += Period.MONTHLY.startOf(day).equals(Period.MONTHLY.startOf(monday)) ? minor : 0;
    }
    run(Period.WEEKLY);
    run(Period.MONTHLY);
    run(Period.WEEKLY);

    assertEquals(week, metric(Period.WEEKLY, "purchases").amountMinor());
    assertEquals(month, metric(Period.MONTHLY, "purchases").amountMinor());
  }

  @Test
  void a_cent_of_difference_fails_the_run_and_names_the_account() {
    post(monday, PostingKind.PURCHASE, 100, "5411");
    run(Period.DAILY);
    addLineBesideTheEntry();
    ControlTotalMismatch mismatch =
        assertThrows(ControlTotalMismatch.class, () -> run(Period.DAILY));

    assertTrue(mismatch.getMessage().contains(account.toString()), mismatch.getMessage());
  }

  /** The ledger differs from itself: a line that its entry does not tell of. */
  private void addLineBesideTheEntry() {
    UUID entry =
        TestDatabase.autoCommitting()
            .first(
                "select id from journal_entry where account_id = ?",
                row -> row.uuid("id"),
                account.value())
            .orElseThrow();
    TestDatabase.autoCommitting()
        .update(
            "insert into journal_line values (?, 3, 'cardholder_receivable', ?, 1, 'USD'),"
                + " (?, 4, 'adjustment', null, -1, 'USD')",
            entry,
            account.value(),
            entry);
  }
}
