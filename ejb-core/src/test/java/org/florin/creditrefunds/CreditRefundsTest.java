package org.florin.creditrefunds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.florin.accounts.AccountBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.ledger.Journals;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.statements.CloseAccounts;
import org.florin.statements.Closes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit balances paid back, on a real PostgreSQL. */
class CreditRefundsTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 6);
  private static final Actor STAFF = new Actor("operations", "portal");

  private final AccountId account = anAccount();

  @ParameterizedTest
  @CsvSource({
    "2026-01-06, 2026-01-15", // Tuesday
    "2026-01-09, 2026-01-20", // Friday
    "2026-01-10, 2026-01-20" // Saturday
  })
  void sent_within_seven_business_days(LocalDate ordered, LocalDate payBy) {
    assertEquals(payBy, CreditRefundPolicy.payBy(ordered));
  }

  @Test
  void part_and_rest_are_paid_back_and_never_more_than_is_owed() {
    pay(10_000);

    ordered(Optional.of(Money.usd(4_000)));
    assertEquals(
        new OrderCreditRefund.Outcome.NotOwed(Money.usd(6_000)),
        order(Optional.of(Money.usd(6_001))));
    ordered(Optional.empty());

    assertEquals(0, balance());
    assertEquals(new OrderCreditRefund.Outcome.NotOwed(Money.usd(0)), order(Optional.empty()));
  }

  @Test
  void two_requests_at_once_pay_back_once() {
    pay(10_000);

    var outcomes =
        List.of(
                CompletableFuture.supplyAsync(() -> order(Optional.empty())),
                CompletableFuture.supplyAsync(() -> order(Optional.empty())))
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(
        1, outcomes.stream().filter(OrderCreditRefund.Outcome.Ordered.class::isInstance).count());
    assertEquals(0, balance());
  }

  @Test
  void money_is_sent_once_and_leaves_nothing_payable() {
    pay(10_000);
    var refund = ordered(Optional.empty());

    assertTrue(send(refund));
    assertFalse(send(refund));
    assertEquals(
        0,
        number(
            "select coalesce(sum(l.amount_minor), 0) as number from journal_line l join journal_entry e on e.id = l.entry_id"
                + " where gl_account = 'refund_payable' and natural_key like ?",
            "credit_refund%:" + refund.id()));
  }

  @Test
  void credit_that_stands_for_six_months_is_paid_back_unasked() {
    pay(10_000);
    closeUntil(LocalDate.of(2026, 7, 5));
    assertEquals(0, goodFaith(LocalDate.of(2026, 7, 5)));

    closeUntil(LocalDate.of(2026, 7, 6));
    assertEquals(1, goodFaith(LocalDate.of(2026, 7, 6)));
    assertEquals(0, balance());
    assertEquals(0, goodFaith(LocalDate.of(2026, 7, 6)));
  }

  private LocalDate closed = START.minusDays(1);

  private void closeUntil(LocalDate last) {
    while (closed.isBefore(last)) {
      closed = closed.plusDays(1);
      var day = closed;
      var cutOff = number("select max(sequence) as number from journal_entry where ? <> ''", "x");
      TestDatabase.inTransaction(
          database ->
              Closes.on(database).handle(new CloseAccounts.Command(day, cutOff, List.of(account))));
    }
  }

  /** How many refunds of this account are ordered. */
  private long goodFaith(LocalDate day) {
    var before = refunds();
    TestDatabase.inTransaction(
        database -> {
          var order = new OrderGoodFaithRefunds();
          order.statements = Closes.findOn(database, clock(day));
          order.order = orderOn(database, day);
          return order.handle(day, 100);
        });
    return refunds() - before;
  }

  private long refunds() {
    return number(
        "select count(*) as number from credit_refund where account_id = ?::uuid",
        account.value().toString());
  }

  private OrderCreditRefund.Outcome order(Optional<Money> amount) {
    return TestDatabase.inTransaction(
        database ->
            orderOn(database, START)
                .handle(
                    new OrderCreditRefund.Command(
                        account, amount, CreditRefundOrigin.REQUESTED, Optional.empty(), STAFF)));
  }

  private CreditRefundView ordered(Optional<Money> amount) {
    return assertInstanceOf(OrderCreditRefund.Outcome.Ordered.class, order(amount)).refund();
  }

  private static boolean send(CreditRefundView refund) {
    return TestDatabase.inTransaction(
        database -> {
          var record = new RecordRefundSent();
          record.refunds = store(database);
          record.journal = Journals.on(database);
          record.clock = clock(START);
          record.outbox = Outboxes.on(database);
          record.audit = AuditTrails.on(database);
          return record.handle(new RecordRefundSent.Command(refund.id(), "check 1001", STAFF));
        });
  }

  private static OrderCreditRefund orderOn(Database database, LocalDate today) {
    var order = new OrderCreditRefund();
    order.refunds = store(database);
    order.book = AccountBooks.on(database);
    order.accounts = AccountBooks.findOn(database);
    order.clock = clock(today);
    order.outbox = Outboxes.on(database);
    order.audit = AuditTrails.on(database);
    return order;
  }

  private static CreditRefunds store(Database database) {
    var refunds = new CreditRefunds();
    refunds.database = database;
    return refunds;
  }

  private static BusinessClock clock(LocalDate today) {
    return new BusinessClock() {
      @Override
      public Instant now() {
        return Instant.EPOCH;
      }

      @Override
      public LocalDate businessDate() {
        return today;
      }
    };
  }

  private void pay(long minor) {
    TestDatabase.inTransaction(
        database ->
            AccountBooks.on(database)
                .post(
                    Posting.of(
                        UUID.randomUUID().toString(),
                        PostingKind.PAYMENT,
                        account,
                        Money.usd(-minor),
                        START,
                        Instant.EPOCH,
                        "test",
                        "stripe")));
  }

  private long balance() {
    return number(
        "select posted_balance_minor as number from credit_account where id = ?::uuid",
        account.value().toString());
  }

  private static long number(String sql, String argument) {
    return TestDatabase.autoCommitting()
        .first(sql, row -> row.number("number"), argument)
        .orElseThrow();
  }

  private static AccountId anAccount() {
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
    return id;
  }
}
