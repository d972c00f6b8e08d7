package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives new accounts the past of the old ones: their authorizations again, with elements, answers
 * and events.
 */
final class CopiedPast {
  private final Connection owner;
  private final int accounts;
  private final int times;

  /**
   * @param accounts so many have a past
   * @param times so many times that number of accounts are there in all
   */
  CopiedPast(Connection owner, int accounts, int times) {
    this.owner = owner;
    this.accounts = accounts;
    this.times = times;
  }

  /** Answers how many authorizations there are now. */
  long layOut() throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          """
          CREATE TEMP TABLE copied AS
          SELECT a.id AS source, uuidv7() AS id, t.id AS account_id, k.id AS card_id, n
          FROM card_authorization a
          JOIN credit_account c ON c.id = a.account_id AND c.external_source = 'bench'
          CROSS JOIN generate_series(1, %d) n
          JOIN credit_account t
            ON t.external_source = 'bench' AND t.external_id = (c.external_id::int + n * %d)::text
          JOIN card k ON k.account_id = t.id
          """
              .formatted(times - 1, accounts));
      copy(
          "card_authorization",
          Map.of("id", "copied.id", "account_id", "copied.account_id", "card_id", "copied.card_id"),
          "copied ON copied.source = it.id");
      copy(
          "authorization_element",
          Map.of("authorization_id", "copied.id"),
          "copied ON copied.source = it.authorization_id");
      copy(
          "outbox_event",
          Map.of("id", "uuidv7()", "account_id", "copied.account_id", "aggregate", "copied.id"),
          "copied ON it.sequence = (SELECT max(sequence) FROM outbox_event"
              + " WHERE type = 'authorization.approved' AND published_at IS NOT NULL)");
      copy(
          "idempotency_record",
          Map.of("key", "it.key || '-' || n"),
          "generate_series(1, " + (times - 1) + ") n ON true");
      statement.execute(
          """
          UPDATE credit_account a SET held_minor = h.held
          FROM (SELECT account_id, sum(held_minor) AS held FROM card_authorization
                WHERE account_id IN (SELECT account_id FROM copied) GROUP BY account_id) h
          WHERE a.id = h.account_id
          """);
      statement.execute("DROP TABLE copied");
      statement.execute(
          """
          VACUUM ANALYZE card_authorization, authorization_element, outbox_event, idempotency_record,
            credit_account
          """);
    }
    return Books.count(owner, "SELECT count(*) FROM card_authorization");
  }

  private void copy(String table, Map<String, String> replaced, String join) throws SQLException {
    List<String> columns = columns(table);
    List<String> values =
        columns.stream().map(column -> replaced.getOrDefault(column, "it." + column)).toList();
    try (Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO %s (%s) SELECT %s FROM %s it JOIN %s"
              .formatted(
                  table, String.join(", ", columns), String.join(", ", values), table, join));
    }
  }

  private List<String> columns(String table) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement(
            """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = ? AND is_identity = 'NO'
            """)) {
      statement.setString(1, table);
      List<String> columns = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
      return columns;
    }
  }
}
