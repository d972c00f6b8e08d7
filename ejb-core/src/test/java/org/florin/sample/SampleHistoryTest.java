package org.florin.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.statements.PastLives;
import org.junit.jupiter.api.Test;

/** The sample's cardholders live two years by the real policies. */
class SampleHistoryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate OPENED = LocalDate.of(2024, 11, 1);

  @Test
  void careful_payer_pays_the_yearly_fee_and_no_cent_of_interest() {
    var account = live(Persona.CAREFUL);

    assertEquals(25, statements(account));
    assertEquals(0, charged(account, "interest"));
    assertEquals(3 * 9_500, charged(account, "fee"));
    assertBooksAgree(account);
  }

  @Test
  void revolver_pays_interest_but_is_never_late() {
    var account = live(Persona.REVOLVER);

    assertTrue(charged(account, "interest") > 10_000);
    assertEquals(0, charged(account, "fee"));
    assertEquals(0, daysPastDue(account));
    assertBooksAgree(account);
  }

  @Test
  void delinquent_is_months_past_due_with_late_fees() {
    var account = live(Persona.DELINQUENT);

    assertTrue(charged(account, "fee") >= 2 * 3_000);
    assertTrue(daysPastDue(account) > 60, "days " + daysPastDue(account));
    assertBooksAgree(account);
  }

  private static AccountId live(Persona persona) {
    var account = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, ?, 'USD', ?, 100000, ?, ?)
            """,
            account.value(),
            UUID.randomUUID(),
            persona.product,
            persona.creditLimit().minor(),
            persona.cycleDay(),
            OPENED);
    TestDatabase.inTransaction(
        database -> {
          PastLives.on(database)
              .handle(
                  account,
                  OPENED,
                  TODAY,
                  new SampleHistory(persona, account, CardId.create(), TODAY));
          return account;
        });
    return account;
  }

  private static long statements(AccountId account) {
    return number("select count(*) as value from account_statement where account_id = ?", account);
  }

  private static long charged(AccountId account, String kind) {
    return number(
        "select coalesce(sum(amount_minor), 0) as value from journal_entry where account_id = ? and kind = '"
            + kind
            + "'",
        account);
  }

  private static long daysPastDue(AccountId account) {
    return number("select days_past_due as value from credit_account where id = ?", account);
  }

  private static void assertBooksAgree(AccountId account) {
    assertEquals(
        number("select posted_balance_minor as value from credit_account where id = ?", account),
        number(
            "select closing_minor as value from account_day where account_id = ? order by day desc limit 1",
            account));
  }

  private static long number(String sql, AccountId account) {
    return TestDatabase.autoCommitting()
        .first(sql, row -> row.number("value"), account.value())
        .orElseThrow();
  }
}
