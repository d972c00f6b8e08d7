package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * The least that a day's figures can be: one statement over the day's postings into a table of the
 * same grain and key.
 */
final class PlainDays {

  private final Connection connection;

  PlainDays(Connection connection) throws SQLException {
    this.connection = connection;
    execute("DROP TABLE IF EXISTS bench_day");
    execute(
        """
        CREATE TABLE bench_day (day date, account_id uuid, product text, mcc text, country text, channel text,
          kind text, currency text, items bigint NOT NULL, amount bigint NOT NULL,
          PRIMARY KEY (day, account_id, product, mcc, country, channel, kind, currency))
        """);
  }

  /** Computes a day; the milliseconds that takes. */
  long compute(LocalDate day) throws SQLException {
    long begun = System.nanoTime();
    execute(
        """
        INSERT INTO bench_day
        SELECT e.booked_on, e.account_id, a.product_code, coalesce(e.merchant_mcc, ''), coalesce(e.merchant_country, ''),
          e.channel, e.kind, e.currency, count(*), sum(e.amount_minor)
        FROM journal_entry e JOIN credit_account a ON a.id = e.account_id
        WHERE e.booked_on = '%s' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        """
            .formatted(day));
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
