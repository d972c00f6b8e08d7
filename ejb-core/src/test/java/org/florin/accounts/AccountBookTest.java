package org.florin.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.ledger.Journals;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.sql.Database;
import org.florin.platform.sql.DatabaseFault;
import org.junit.jupiter.api.Test;

class AccountBookTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  private final AccountId account = anAccount();

  @Test
  void posting_moves_balance_and_journal_together() {
    post(posting("p1", PostingKind.PURCHASE, 4_500), posting("p2", PostingKind.PAYMENT, -1_000));

    assertEquals(3_500, storedBalance());
    assertEquals(3_500, journalBalance());
  }

  @Test
  void natural_key_books_once() {
    post(posting("same", PostingKind.PURCHASE, 100));
    post(posting("same", PostingKind.PURCHASE, 100), posting("other", PostingKind.PURCHASE, 7));

    assertEquals(107, storedBalance());
    assertEquals(107, journalBalance());
  }

  @Test
  void cash_counts_against_the_cash_balance() {
    post(posting("cash", PostingKind.CASH_ADVANCE, 2_000));

    assertEquals(2_000, number("cash_balance_minor"));
  }

  @Test
  void failure_leaves_nothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.inTransaction(
                database -> {
                  book(database).post(posting("lost", PostingKind.PURCHASE, 1));
                  throw new IllegalStateException("crash");
                }));

    assertEquals(0, storedBalance());
    assertEquals(0, journalBalance());
  }

  @Test
  void journal_refuses_change() {
    post(posting("kept", PostingKind.PURCHASE, 100));

    var database = TestDatabase.autoCommitting();
    assertThrows(
        DatabaseFault.class, () -> database.update("update journal_entry set amount_minor = 1"));
    assertThrows(DatabaseFault.class, () -> database.update("delete from journal_line"));
  }

  @Test
  void journal_refuses_lines_out_of_balance() {
    post(posting("half", PostingKind.PURCHASE, 0));
    var entry =
        TestDatabase.autoCommitting()
            .first(
                "select id from journal_entry where natural_key = ?",
                row -> row.uuid("id"),
                key("half"))
            .orElseThrow();

    var fault =
        assertThrows(
            DatabaseFault.class,
            () ->
                TestDatabase.autoCommitting()
                    .update(
                        "insert into journal_line values (?, 1, 'fee_income', null, 5, 'USD')",
                        entry));
    assertTrue(fault.getMessage().contains("does not balance"));
  }

  private void post(Posting... postings) {
    TestDatabase.inTransaction(database -> book(database).post(List.of(postings)));
  }

  private Posting posting(String key, PostingKind kind, long minor) {
    return Posting.of(
        key(key), kind, account, Money.usd(minor), TODAY, Instant.EPOCH, "test", "system");
  }

  private String key(String key) {
    return "test:" + account + ":" + key;
  }

  private static AccountBook book(Database database) {
    var journal = Journals.on(database);
    var book = new AccountBook();
    book.database = database;
    book.journal = journal;
    return book;
  }

  private long storedBalance() {
    return number("posted_balance_minor");
  }

  private long journalBalance() {
    return Journals.on(TestDatabase.autoCommitting()).balanceMinor(account.value());
  }

  private long number(String column) {
    return TestDatabase.autoCommitting()
        .first(
            "select * from credit_account where id = ?", row -> row.number(column), account.value())
        .orElseThrow();
  }

  private static AccountId anAccount() {
    var id = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, 'classic', 'USD', 100000, 20000, 1, ?)
            """,
            id.value(),
            UUID.randomUUID(),
            TODAY);
    return id;
  }
}
