package org.florin.autopay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.accounts.AccountBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.payments.PaymentOrders;
import org.florin.payments.Rail;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.statements.CloseAccounts;
import org.florin.statements.Closes;
import org.junit.jupiter.api.Test;

/** Second tries of automatic payments on a real PostgreSQL; due on 2 March. */
class RetryRefusedPaymentsTest {

  private static final LocalDate START = LocalDate.of(2026, 2, 4);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

  private final AccountId account = anAccountWithAStatement();

  @Test
  void refused_for_lack_of_funds_is_announced_then_tried_once_and_not_again() {
    order();
    refuse("insufficient_funds");

    retry(DUE.minusDays(2));
    retry(DUE.minusDays(2));
    assertEquals(1, announcements());
    assertEquals(1, payments());

    retry(DUE.minusDays(1));
    retry(DUE.minusDays(1));
    assertEquals(2, payments());
    refuse("insufficient_funds");
    retry(DUE.minusDays(1));
    retry(DUE);
    assertEquals(2, payments());
    assertEquals(1, announcements());
  }

  @Test
  void refused_for_another_reason_is_not_tried_again() {
    order();
    refuse("R02");

    retry(DUE.minusDays(2));
    assertEquals(0, announcements());
  }

  @Test
  void refused_too_late_is_not_tried_again() {
    order();
    refuse("R01");

    retry(DUE);
    assertEquals(0, announcements());
  }

  private void order() {
    TestDatabase.inTransaction(
        database -> {
          var order = new OrderDuePayments();
          order.autopays = autopays(database);
          order.payments = due(database);
          return order.handle(DUE.minusDays(OrderDuePayments.DAYS_BEFORE), 100);
        });
    assertEquals(1, payments());
  }

  private void retry(LocalDate day) {
    TestDatabase.inTransaction(
        database -> {
          var retry = new RetryRefusedPayments();
          retry.autopays = autopays(database);
          retry.payments = due(database);
          retry.outbox = Outboxes.on(database);
          return retry.handle(day, 100);
        });
  }

  private void refuse(String code) {
    TestDatabase.autoCommitting()
        .update(
            "update payment set status = 'failed', failure_code = ? where account_id = ?",
            code,
            account.value());
  }

  private long payments() {
    return number("select count(*) as number from payment where account_id = ?");
  }

  private long announcements() {
    return number(
        "select count(*) as number from outbox_event where type = 'autopay.retry_announced' and account_id = ?");
  }

  private long number(String sql) {
    return TestDatabase.autoCommitting()
        .first(sql, row -> row.number("number"), account.value())
        .orElseThrow();
  }

  private static Autopays autopays(Database database) {
    var autopays = new Autopays();
    autopays.database = database;
    return autopays;
  }

  private static DuePayments due(Database database) {
    var due = new DuePayments();
    due.autopays = autopays(database);
    due.accounts = AccountBooks.findOn(database);
    due.statements = Closes.findOn(database, clock());
    due.pay = PaymentOrders.on(database);
    return due;
  }

  private static BusinessClock clock() {
    return new BusinessClock() {
      @Override
      public Instant now() {
        return Instant.EPOCH;
      }

      @Override
      public LocalDate businessDate() {
        return DUE.minusDays(2);
      }
    };
  }

  private static AccountId anAccountWithAStatement() {
    var id = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, 'classic', 'USD', 500000, 100000, 5, ?)
            """,
            id.value(),
            UUID.randomUUID(),
            START);
    TestDatabase.inTransaction(
        database -> {
          AccountBooks.on(database)
              .post(
                  Posting.of(
                      UUID.randomUUID().toString(),
                      PostingKind.PURCHASE,
                      id,
                      Money.usd(100_000),
                      START,
                      Instant.EPOCH,
                      "test",
                      "api"));
          autopays(database)
              .set(
                  id,
                  new AutopayPlan(
                      AutopayChoice.MINIMUM, Optional.empty(), Rail.STRIPE, "pm_card_visa"));
          return true;
        });
    for (var day = START; !day.isAfter(START.plusDays(1)); day = day.plusDays(1)) {
      var closing = day;
      TestDatabase.inTransaction(
          database ->
              Closes.on(database)
                  .handle(new CloseAccounts.Command(closing, Long.MAX_VALUE / 2, List.of(id))));
    }
    return id;
  }
}
