package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What closes left behind: whether it is right in itself, and what it is, table by table. */
final class CloseBooks {
  private static final Map<String, String> MUST_BE_NONE = new LinkedHashMap<>();
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    MUST_BE_NONE.put(
        "accounts whose balance is not the sum of their journal",
        """
        SELECT count(*) FROM credit_account a WHERE posted_balance_minor <>
          (SELECT coalesce(sum(l.amount_minor), 0) FROM journal_line l WHERE l.account_id = a.id)
        """);
    MUST_BE_NONE.put(
        "accounts without exactly one row for each closed date since their first",
        """
        SELECT count(*) FROM (SELECT account_id FROM account_day GROUP BY account_id
          HAVING count(DISTINCT day) <> max(day) - min(day) + 1 OR count(*) <> count(DISTINCT day)
            OR max(day) <> (SELECT business_date - 1 FROM bank)) AS wrong
        """);
    MUST_BE_NONE.put(
        "accounts whose last day does not close with their balance",
        """
        SELECT count(*) FROM (SELECT DISTINCT ON (account_id) account_id, closing_minor, cut_off FROM account_day
          ORDER BY account_id, day DESC) AS last
        WHERE closing_minor <> (SELECT coalesce(sum(amount_minor), 0) FROM journal_entry e
          WHERE e.account_id = last.account_id AND (e.sequence <= last.cut_off OR 'day_close' = ANY(e.flags)))
        """);
    MUST_BE_NONE.put(
        "open transactions in the journal that do not balance",
        "SELECT count(*) FROM (SELECT 1 FROM journal_line GROUP BY currency HAVING sum(amount_minor) <> 0) AS wrong");

    // Sequences have gaps after a rollback and clocks differ; everything else must be the same.
    TABLES.put("account_day", "to_jsonb(t) - 'cut_off'");
    TABLES.put("account_statement", "to_jsonb(t) - 'cut_off'");
    TABLES.put("journal_entry", "to_jsonb(t) - 'sequence' - 'created_at'");
    TABLES.put("journal_line", "to_jsonb(t)");
    TABLES.put("credit_account", "to_jsonb(t) - 'created_at'");
    TABLES.put("day_close", "to_jsonb(t) - 'cut_off' - 'closed_at'");
    TABLES.put("day_close_part", "to_jsonb(t)");
    TABLES.put("day_close_exception", "to_jsonb(t)");
    TABLES.put("autopay_order", "to_jsonb(t) - 'payment_id'");
    TABLES.put("statistic_fact", "to_jsonb(t)");
    TABLES.put("bank", "to_jsonb(t)");
    TABLES.put(
        "outbox_event",
        "jsonb_build_object('type', type, 'account', account_id, 'payload', payload::jsonb - 'job' - 'payment')");
  }

  private CloseBooks() {}

  /** What is wrong; empty when the books are right. */
  static List<String> faults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, String> query : MUST_BE_NONE.entrySet()) {
      long wrong = Books.count(connection, query.getValue());
      if (wrong != 0) {
        faults.add(wrong + " " + query.getKey());
      }
    }
    return faults;
  }

  /** Rows and digest of each table. */
  static Map<String, String> digests(Connection connection) throws SQLException {
    Map<String, String> digests = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(digest, '' ORDER BY digest)), '-')"
                    + " FROM (SELECT md5((%s)::text) AS digest FROM %s AS t) AS rows"
                        .formatted(table.getValue(), table.getKey()))) {
          row.next();
          digests.put(table.getKey(), row.getString(1));
        }
      }
    }
    return digests;
  }
}
