package org.florin.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.florin.accounts.AccountBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.junit.jupiter.api.Test;

/** Days of accounts closed on a real PostgreSQL; the cycle closes on the 5th. */
class CloseAccountsTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 6);

  private final AccountId account = anAccount("classic");
  private LocalDate closed = START.minusDays(1);

  @Test
  void purchase_statement_late_fee_and_interest_are_booked_and_add_up() {
    post(START, PostingKind.PURCHASE, 100_000);
    closeUntil(LocalDate.of(2026, 3, 5));

    var statements = statements();
    assertEquals(List.of("2026-03-05", "2026-02-05"), closings(statements));
    var march = document(statements.getFirst());
    assertEquals(100_000, march.getInt("previous_balance"));
    // 1,000.00 for 28 days and the late fee for 2: grace is lost, and nothing was repaid.
    assertEquals(1_536, march.getInt("interest"));
    assertEquals(2_500, march.getInt("fees"));
    assertEquals(100_000 + 1_536 + 2_500, march.getInt("new_balance"));
    assertEquals(2_500, march.getInt("past_due"));
    assertEquals(1_040 + 1_536 + 2_500 + 2_500, march.getInt("minimum_payment"));
    assertEquals("2026-04-02", march.getString("payment_due_on"));
    assertEquals(3, march.getJsonArray("transactions").size());
    assertEquals(1_536, march.getJsonObject("year_to_date").getInt("interest"));
    assertTrue(march.getJsonObject("minimum_payment_warning").getInt("months") > 36);
    assertEquals(104_036, number("posted_balance_minor"));
    assertBooksAgree();
  }

  @Test
  void posting_behind_the_cut_off_belongs_to_the_next_day() {
    post(START, PostingKind.PURCHASE, 1_000);
    var cutOff = cutOff();
    post(START, PostingKind.PURCHASE, 500);

    close(START, cutOff);
    assertEquals(1_000, lastClosing());
    close(START.plusDays(1), cutOff());
    assertEquals(1_500, lastClosing());
    assertBooksAgree();
  }

  @Test
  void debt_from_before_the_tape_is_taken_over_without_cost() {
    post(START.minusDays(40), PostingKind.PURCHASE, 70_000);
    post(START.minusDays(20), PostingKind.PAYMENT, -20_000);
    closeUntil(LocalDate.of(2026, 2, 5));

    var february = document(statements().getFirst());
    assertEquals(50_000, february.getInt("new_balance"));
    assertEquals(0, february.getInt("interest"));
    assertBooksAgree();
  }

  @Test
  void account_that_cannot_be_closed_is_left_and_caught_up() {
    post(START, PostingKind.PURCHASE, 1_000);
    var healthy = anAccount("classic");
    product("unheard_of");

    var unclosed = closeAll(START, cutOff(), List.of(account, healthy));
    assertEquals(List.of(account), unclosed.stream().map(CloseAccounts.Unclosed::account).toList());
    assertEquals(0, rows(account));
    assertEquals(1, rows(healthy));

    product("classic");
    assertEquals(List.of(), closeAll(START.plusDays(1), cutOff(), List.of(account, healthy)));
    product("unheard_of");
    closeAll(START.plusDays(2), cutOff(), List.of(account, healthy));
    product("classic");
    post(START, PostingKind.PURCHASE, 10);
    closeAll(START.plusDays(3), cutOff(), List.of(account, healthy));
    assertEquals(rows(healthy) - 1, rows(account) - 1);
    assertEquals(1_010, lastClosing());
  }

  @Test
  void unpaid_debt_is_charged_off_180_days_behind_its_due_date() {
    post(START, PostingKind.PURCHASE, 100_000);
    closeUntil(LocalDate.of(2026, 8, 28));
    assertEquals("open", text("status"));

    closeUntil(LocalDate.of(2026, 8, 29));
    assertEquals("charged_off", text("status"));
    assertEquals(0, number("posted_balance_minor"));
    closeUntil(LocalDate.of(2026, 9, 10));
    assertBooksAgree();
  }

  @Test
  void payment_that_comes_back_is_asked_for_again_by_its_old_date() {
    post(START, PostingKind.PURCHASE, 100_000);
    closeUntil(LocalDate.of(2026, 2, 20));
    pay("payment:1", PostingKind.PAYMENT, -2_500);
    closeUntil(LocalDate.of(2026, 3, 2));
    assertEquals(0, lastDue());

    pay("payment_return:1", PostingKind.PAYMENT_RETURN, 2_500);
    closeUntil(LocalDate.of(2026, 3, 4));
    assertEquals(2_500, lastDue());
    assertEquals(2, number("days_past_due"));
    assertEquals(100_000 + 2_500, number("posted_balance_minor"));
    assertBooksAgree();
  }

  private void pay(String key, PostingKind kind, long minor) {
    var posting =
        Posting.of(
            key + account,
            kind,
            account,
            Money.usd(minor),
            closed.plusDays(1),
            Instant.EPOCH,
            "test",
            "mainframe");
    TestDatabase.inTransaction(database -> AccountBooks.on(database).post(posting));
  }

  private long lastDue() {
    return TestDatabase.autoCommitting()
        .first(
            "select dues_minor from account_day where account_id = ? order by day desc limit 1",
            row -> row.numbers("dues_minor").stream().mapToLong(Long::longValue).sum(),
            account.value())
        .orElseThrow();
  }

  @Test
  void same_facts_give_the_same_bytes() {
    var twin = anAccount("classic");
    post(START, PostingKind.CASH_ADVANCE, 30_000);
    TestDatabase.inTransaction(
        database ->
            AccountBooks.on(database).post(posting(twin, START, PostingKind.CASH_ADVANCE, 30_000)));
    for (var day = START; !day.isAfter(LocalDate.of(2026, 2, 5)); day = day.plusDays(1)) {
      closeAll(day, cutOff(), List.of(account, twin));
    }

    assertEquals(plain(account), plain(twin));
  }

  private static List<String> plain(AccountId id) {
    return TestDatabase.autoCommitting()
        .list(
            "select row_to_json(d)::text as line from account_day d where account_id = ? order by day",
            row ->
                row.text("line")
                    .replace(id.value().toString(), "")
                    .replaceAll("\"cut_off\":\\d+", ""),
            id.value());
  }

  private void closeUntil(LocalDate last) {
    while (closed.isBefore(last)) {
      closed = closed.plusDays(1);
      close(closed, cutOff());
    }
  }

  private void close(LocalDate day, long cutOff) {
    assertEquals(List.of(), closeAll(day, cutOff, List.of(account)));
  }

  private static List<CloseAccounts.Unclosed> closeAll(
      LocalDate day, long cutOff, List<AccountId> accounts) {
    return TestDatabase.inTransaction(
        database -> Closes.on(database).handle(new CloseAccounts.Command(day, cutOff, accounts)));
  }

  private void post(LocalDate day, PostingKind kind, long minor) {
    TestDatabase.inTransaction(
        database -> AccountBooks.on(database).post(posting(account, day, kind, minor)));
  }

  private static Posting posting(AccountId account, LocalDate day, PostingKind kind, long minor) {
    return Posting.of(
        UUID.randomUUID().toString(),
        kind,
        account,
        Money.usd(minor),
        day,
        Instant.EPOCH,
        "test",
        "api");
  }

  private static long cutOff() {
    return TestDatabase.autoCommitting()
        .first(
            "select coalesce(max(sequence), 0) as last from journal_entry",
            row -> row.number("last"))
        .orElseThrow();
  }

  private List<StatementView> statements() {
    return Closes.statements(TestDatabase.autoCommitting())
        .ofAccount(account, LocalDate.MAX.withYear(9999), 10);
  }

  private static List<String> closings(List<StatementView> statements) {
    return statements.stream().map(statement -> statement.closedOn().toString()).toList();
  }

  private static JsonObject document(StatementView statement) {
    try (var reader = Json.createReader(new StringReader(statement.document()))) {
      return reader.readObject();
    }
  }

  private long lastClosing() {
    return TestDatabase.autoCommitting()
        .first(
            "select closing_minor from account_day where account_id = ? order by day desc limit 1",
            row -> row.number("closing_minor"),
            account.value())
        .orElseThrow();
  }

  private static long rows(AccountId id) {
    return TestDatabase.autoCommitting()
        .first(
            "select count(*) as number from account_day where account_id = ?",
            row -> row.number("number"),
            id.value())
        .orElseThrow();
  }

  private void assertBooksAgree() {
    assertEquals(number("posted_balance_minor"), lastClosing());
  }

  private void product(String code) {
    TestDatabase.autoCommitting()
        .update("update credit_account set product_code = ? where id = ?", code, account.value());
  }

  private long number(String column) {
    return TestDatabase.autoCommitting()
        .first(
            "select * from credit_account where id = ?", row -> row.number(column), account.value())
        .orElseThrow();
  }

  private String text(String column) {
    return TestDatabase.autoCommitting()
        .first(
            "select * from credit_account where id = ?", row -> row.text(column), account.value())
        .orElseThrow();
  }

  private static AccountId anAccount(String product) {
    var id = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, ?, 'USD', 500000, 100000, 5, ?)
            """,
            id.value(),
            UUID.randomUUID(),
            product,
            START);
    return id;
  }
}
