package org.florin.backtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.florin.authorization.Recalls;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.JobId;
import org.florin.kernel.SystemTime;
import org.florin.platform.jobs.JobRunsOn;
import org.florin.platform.jobs.JobTicket;
import org.florin.platform.jobs.TicketExpired;
import org.florin.platform.sql.Database;
import org.florin.risk.versions.RuleSteps;
import org.florin.risk.versions.VersionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A back-test that is interrupted in every way counts the same, on a real PostgreSQL. */
class RunBacktestTest {

  private static final int AUTHORIZATIONS = 1_200;
  private static final String MERCHANT = "BT" + UUID.randomUUID();
  private static final Instant BEGAN = Instant.parse("2024-05-10T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

  private static final String FILE =
      """
      {"format": 1, "name": "Test", "currency": "USD", "rules": [
        {"id": "seventh", "name": "Seventh", "reason": "Seven.", "action": "decline_fraud", "when_missing": "pass",
         "when": {"all": [{"attribute": "merchant", "equals": "%1$s"}, {"attribute": "amount", "equals": 7}]}},
        {"id": "busy", "name": "Busy", "reason": "Busy.", "action": "flag", "when_missing": "pass",
         "when": {"all": [{"attribute": "merchant", "equals": "%1$s"},
           {"attribute": "approved_count_24h", "at_least": 100}]}}]}
      """
          .formatted(MERCHANT);

  private static final BusinessClock CLOCK =
      new BusinessClock() {
        @Override
        public Instant now() {
          return SystemTime.now();
        }

        @Override
        public LocalDate businessDate() {
          throw new UnsupportedOperationException();
        }
      };

  @AfterEach
  void retireRules() {
    RuleSteps.retireAll();
  }

  @Test
  void counts_are_the_same_however_often_it_is_interrupted() {
    history();
    var version = RuleSteps.inForce(FILE, VersionStatus.SHADOW);
    var run =
        TestDatabase.inTransaction(
            database ->
                switch (start(database)
                    .handle(
                        new StartBacktest.Command(version, DAY, DAY, new Actor("tester", "api")))) {
                  case StartBacktest.Outcome.Started started -> started.run();
                  case StartBacktest.Outcome other -> throw new AssertionError(other);
                });
    var first = begin(run);
    step(first);
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.inTransaction(
                database -> {
                  running(database).handle(first);
                  throw new IllegalStateException("killed before its commit");
                }));
    TestDatabase.autoCommitting()
        .update(
            "update job_run set heartbeat_at = heartbeat_at - interval '1 hour' where id = ?",
            run.value());
    var second = begin(run);
    assertThrows(TicketExpired.class, () -> step(first));
    var steps = 0;
    while (!TestDatabase.inTransaction(database -> running(database).isFinished(run))) {
      step(second);
      steps++;
    }
    assertEquals(3, steps, "two chunks, and the end");

    var report = TestDatabase.inTransaction(database -> finding(database).byRun(run)).orElseThrow();
    assertEquals(AUTHORIZATIONS, report.asked());
    assertEquals(AUTHORIZATIONS - AUTHORIZATIONS / 10, report.approvedThen());
    var changed = report.changes().get(DecisionChange.WOULD_DECLINE);
    assertEquals(AUTHORIZATIONS / 10, changed.count());
    assertEquals(7L * AUTHORIZATIONS / 10, changed.value().minor());
    assertEquals(1_000, report.changedHundredths());
    var busy = report.rules().getFirst();
    assertEquals("busy", busy.rule());
    assertEquals(independentlyBusy(), busy.hits());
    assertEquals(100, report.cases().size());
    assertTrue(report.cases().getFirst().decidedAt().isAfter(report.cases().getLast().decidedAt()));
    assertFalse(report.cases().getFirst().rules().isEmpty());
  }

  /** Amounts 0 to 9 in turn, one a second, those of amount 3 declined. */
  private static void history() {
    var account = UUID.randomUUID();
    var card = UUID.randomUUID();
    var database = TestDatabase.autoCommitting();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, 'classic', 'USD', 10000, 2000, 1, ?)
        """,
        account,
        UUID.randomUUID(),
        LocalDate.EPOCH);
    database.update(
        """
        insert into card (id, account_id, customer_id, state, kind, bin, last4, expiry_month, expiry_year,
          security_code_scheme, created_at, version)
        values (?, ?, ?, 'active', 'virtual', '400000', '0001', 12, 2099, 'cvk', ?, 0)
        """,
        card,
        account,
        UUID.randomUUID(),
        BEGAN);
    var ids = new ArrayList<UUID>();
    var amounts = new ArrayList<Long>();
    var instants = new ArrayList<Instant>();
    for (var i = 0; i < AUTHORIZATIONS; i++) {
      var at = BEGAN.plus(Duration.ofSeconds(i));
      ids.add(new UUID((at.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L + i));
      amounts.add((long) (i % 10));
      instants.add(at);
    }
    database.update(
        """
        insert into card_authorization (id, account_id, card_id, client_id, kind, entry_mode, status, response_code,
          reasons, requested_minor, approved_minor, authorized_minor, held_minor, currency, available_minor,
          merchant_id, merchant_name, merchant_mcc, merchant_country, channel, business_date, created_at)
        select id, ?, ?, ?, 'purchase', 'chip', 'expired', '00',
          case when amount = 3 then array['NO_FUNDS'] else array[]::text[] end, amount,
          case when amount = 3 then 0 else amount end, 0, 0, 'USD', 1000, ?, 'Shop', '5411', 'US', 'api', ?, at
        from unnest(?::uuid[], ?::bigint[], ?::timestamptz[]) as made(id, amount, at)
        """,
        account,
        card,
        UUID.randomUUID(),
        MERCHANT,
        DAY,
        ids,
        amounts,
        instants);
    database.update(
        """
        insert into authorization_element (authorization_id, number, type, amount_minor, at, channel)
        select id, 1, 'authorization', approved_minor, created_at, 'api' from card_authorization where id = any(?::uuid[])
        """,
        ids);
  }

  private static long independentlyBusy() {
    return TestDatabase.autoCommitting()
        .first(
            """
            select count(*) as number from (
              select count(*) filter (where cardinality(reasons) = 0)
                over (order by id rows between 1000 preceding and 1 preceding) as approved
              from card_authorization where merchant_id = ?) counted
            where approved >= 100
            """,
            row -> row.number("number"),
            MERCHANT)
        .orElseThrow();
  }

  private static JobTicket begin(JobId run) {
    return TestDatabase.inTransaction(
        database -> JobRunsOn.database(database).begin(run, "node").orElseThrow());
  }

  private static void step(JobTicket ticket) {
    TestDatabase.inTransaction(database -> running(database).handle(ticket));
  }

  private static StartBacktest start(Database database) {
    var start = new StartBacktest();
    start.versions = RuleSteps.find(database);
    start.backtests = backtests(database);
    start.jobs = JobRunsOn.database(database);
    start.clock = CLOCK;
    return start;
  }

  private static RunBacktest running(Database database) {
    var running = new RunBacktest();
    running.backtests = backtests(database);
    running.recall = Recalls.on(database);
    running.jobs = JobRunsOn.database(database);
    return running;
  }

  private static FindBacktests finding(Database database) {
    var finding = new FindBacktests();
    finding.backtests = backtests(database);
    finding.monitor = JobRunsOn.monitor(database);
    return finding;
  }

  private static Backtests backtests(Database database) {
    var backtests = new Backtests();
    backtests.database = database;
    return backtests;
  }
}
