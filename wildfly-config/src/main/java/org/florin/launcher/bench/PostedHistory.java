package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.florin.launcher.Progress;

/**
 * A history of postings, the same number on every day, made by the owner of the schema in plain
 * SQL: which account does what where follows from the posting's number.
 */
final class PostedHistory {
  private static final String UUID_OF =
      "(lpad(to_hex(%s), 8, '0') || '-0000-7000-8000-000000000000')::uuid";

  private final Connection connection;
  private final Progress progress;

  PostedHistory(Connection connection, Progress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /** Lays out accounts and the postings of the days from one to another, without the last. */
  void layOut(int accounts, long records, LocalDate from, LocalDate until) throws SQLException {
    progress.say("Laying out " + accounts + " accounts with " + records + " postings");
    execute(
        """
        INSERT INTO customer (id, created_at, version)
        SELECT %1$s, now(), 0 FROM generate_series(0, %2$d - 1) number
        """
            .formatted(UUID_OF.formatted("number"), accounts));
    execute(
        """
        INSERT INTO credit_account (id, external_source, external_id, customer_id, product_code, currency,
          credit_limit_minor, cash_limit_minor, cycle_day, opened_on)
        SELECT %1$s, 'history', number::text, %1$s, 'classic', 'USD', 100000000, 0, 1 + number %% 28, '%3$s'
        FROM generate_series(0, %2$d - 1) number
        """
            .formatted(UUID_OF.formatted("number"), accounts, from));
    long days = ChronoUnit.DAYS.between(from, until);
    for (long day = 0; day < days; day++) {
      post(accounts, day * records / days, (day + 1) * records / days, from.plusDays(day));
    }
    execute(
        """
        UPDATE credit_account SET posted_balance_minor = posted.minor
        FROM (SELECT account_id, sum(amount_minor) AS minor FROM journal_entry GROUP BY account_id) posted
        WHERE id = posted.account_id AND external_source = 'history'
        """);
    execute("VACUUM ANALYZE");
  }

  private void post(int accounts, long first, long behind, LocalDate day) throws SQLException {
    execute(
        """
        CREATE TEMPORARY TABLE posted AS
        SELECT number, (lpad(to_hex(number), 12, '0') || md5(number::text)::text)::char(32)::uuid AS id, %1$s AS account,
          CASE number %% 20 WHEN 0 THEN 'payment' WHEN 1 THEN 'refund' WHEN 2 THEN 'cash_advance' ELSE 'purchase' END
            AS kind,
          (CASE WHEN number %% 20 < 2 THEN -1 ELSE 1 END) * (100 + number * 7919 %% 20000) AS minor
        FROM (SELECT number, (number * 48271 %% 2147483647 %% %2$d)::int AS owner
          FROM generate_series(%3$d::bigint, %4$d - 1) number) numbered
        """
            .formatted(UUID_OF.formatted("owner"), accounts, first, behind));
    execute(
        """
        INSERT INTO journal_entry (id, natural_key, kind, account_id, amount_minor, currency, booked_on, occurred_at,
          description, channel, merchant_mcc, merchant_country)
        SELECT id, 'history:' || number, kind, account, minor, 'USD', '%1$s', '%1$s'::timestamp AT TIME ZONE 'UTC',
          'Corner Shop', 'file',
          (array['5411', '5812', '5541', '4111', '5999', '7011', '5732', '5912'])[1 + number %% 8],
          (array['US', 'US', 'US', 'CA', 'MX'])[1 + number %% 5]
        FROM posted ORDER BY number
        """
            .formatted(day));
    execute(
        """
        INSERT INTO journal_line (entry_id, line, gl_account, account_id, amount_minor, currency)
        SELECT id, 1, 'cardholder_receivable', account, minor, 'USD' FROM posted
        UNION ALL
        SELECT id, 2, CASE kind WHEN 'payment' THEN 'bank_file_clearing' ELSE 'network_settlement' END, null, -minor, 'USD'
        FROM posted
        """);
    execute("DROP TABLE posted");
    progress.say(day + " laid out");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
