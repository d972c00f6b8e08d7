package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Accounts with forty days of life behind them: purchases at home and abroad, cash, a refund and a
 * payment, some of them on the business date itself; cycle days all over the month. What an account
 * did follows from its number.
 */
final class LivedAccounts {
  private static final int CHUNK = 50_000;

  private static final List<String> CHUNK_OF_ACCOUNTS =
      List.of(
          """
          INSERT INTO customer (id, created_at, version)
          SELECT uuid_of(number), now(), 0 FROM chunk
          """,
          """
          INSERT INTO credit_account (id, external_source, external_id, customer_id, product_code,
            currency, credit_limit_minor, cash_limit_minor, cycle_day, opened_on, posted_balance_minor,
            cash_balance_minor)
          SELECT uuid_of(number), 'lived', number::text, uuid_of(number), 'classic', 'USD', 1000000, 200000,
            1 + number % 28, business_date - 40, sum(amount_minor),
            sum(amount_minor) FILTER (WHERE kind = 'cash_advance')
          FROM done, bank GROUP BY number, business_date
          """,
          """
          INSERT INTO journal_entry (id, natural_key, kind, account_id, amount_minor, currency, booked_on,
            occurred_at, description, channel, merchant_country)
          SELECT entry_id, 'lived:' || number || ':' || item, kind, uuid_of(number), amount_minor, 'USD',
            business_date - days_ago, (business_date - days_ago)::timestamp AT TIME ZONE 'UTC', 'Corner Shop', 'file',
            country
          FROM done, bank ORDER BY days_ago DESC, number
          """,
          """
          INSERT INTO journal_line (entry_id, line, gl_account, account_id, amount_minor, currency)
          SELECT entry_id, 1, 'cardholder_receivable', uuid_of(number), amount_minor, 'USD' FROM done
          UNION ALL
          SELECT entry_id, 2, contra, null, -amount_minor, 'USD' FROM done
          """);

  private final Connection connection;

  LivedAccounts(Connection connection) {
    this.connection = connection;
  }

  /** Adds the accounts that are missing up to so many. */
  void layOut(int count) throws SQLException {
    int present =
        (int)
            Books.count(
                connection, "SELECT count(*) FROM credit_account WHERE external_source = 'lived'");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE OR REPLACE FUNCTION pg_temp.uuid_of(number int) RETURNS uuid IMMUTABLE LANGUAGE sql AS
            $$ SELECT (lpad(to_hex(number), 8, '0') || '-0000-7000-8000-000000000000')::uuid $$
          """);
      for (int from = present; from < count; from += CHUNK) {
        chunk(from, Math.min(from + CHUNK, count));
        for (String sql : CHUNK_OF_ACCOUNTS) {
          statement.execute(sql.replace("uuid_of(", "pg_temp.uuid_of("));
        }
        statement.execute("DROP TABLE chunk, done");
        connection.commit();
      }
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE customer, credit_account, journal_entry, journal_line");
    }
  }

  /** What the accounts of a chunk did. */
  private void chunk(int from, int until) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE chunk AS SELECT generate_series(%d, %d) AS number"
              .formatted(from, until - 1));
      statement.execute(
          """
          CREATE TEMPORARY TABLE done AS
          SELECT number, item, md5('lived ' || number || ' ' || item)::uuid AS entry_id, kind, country, contra,
            days_ago, sign * (500 + abs(hashint8(number::bigint * 31 + item)::bigint) % 20000) AS amount_minor
          FROM chunk, (VALUES
            (1, 'purchase', 'US', 'network_settlement', 30, 1), (2, 'purchase', 'DE', 'network_settlement', 22, 1),
            (3, 'cash_advance', 'US', 'network_settlement', 15, 1), (4, 'purchase', 'US', 'network_settlement', 9, 1),
            (5, 'refund', 'US', 'network_settlement', 5, -1), (6, 'payment', NULL, 'bank_file_clearing', 2, -1),
            (7, 'purchase', 'US', 'network_settlement', 0, 1))
            AS items (item, kind, country, contra, days_ago, sign)
          """);
    }
  }
}
