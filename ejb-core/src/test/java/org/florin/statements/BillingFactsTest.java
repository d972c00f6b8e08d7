package org.florin.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.platform.sql.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which limit fees are counted, on a real PostgreSQL. */
class BillingFactsTest {

  @ParameterizedTest
  @CsvSource({"0, 500000", "44, 500000", "45, 300000", "400, 300000"})
  void a_limit_that_was_lowered_counts_for_fees_after_forty_five_days(int daysAgo, long counted) {
    TestDatabase.inTransaction(
        database -> {
          var account = account(database, 300_000);
          changed(database, account, daysAgo, 500_000, 300_000);
          assertEquals(counted, facts(database, account).terms().creditLimitMinor());
          assertEquals(300_000, facts(database, account).creditLimitMinor());
          return account;
        });
  }

  @Test
  void a_limit_that_was_raised_counts_at_once_and_of_several_the_highest() {
    TestDatabase.inTransaction(
        database -> {
          var account = account(database, 400_000);
          changed(database, account, 1, 300_000, 400_000);
          assertEquals(400_000, facts(database, account).terms().creditLimitMinor());
          changed(database, account, 30, 700_000, 600_000);
          changed(database, account, 20, 600_000, 300_000);
          assertEquals(700_000, facts(database, account).terms().creditLimitMinor());
          return account;
        });
  }

  private static BillingFacts.Account facts(Database database, AccountId account) {
    return Closes.billing(database).accounts(List.of(account)).getFirst();
  }

  private static void changed(
      Database database, AccountId account, int daysAgo, long previous, long limit) {
    database.update(
        """
        insert into credit_limit_change (account_id, changed_on, previous_minor, limit_minor, reasons, actor, channel,
          changed_at)
        select ?, business_date - ?, ?, ?, '{}', 'test', 'system', now() from bank
        """,
        account.value(),
        daysAgo,
        previous,
        limit);
  }

  private static AccountId account(Database database, long limitMinor) {
    var id = AccountId.create();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, 'classic', 'USD', ?, 0, 5, date '2026-01-01')
        """,
        id.value(),
        UUID.randomUUID(),
        limitMinor);
    return id;
  }
}
