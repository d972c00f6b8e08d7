package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the books of the bank are right: each query counts what must not be there. */
final class Books {
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put(
        "accounts whose held amount is not the sum of their holds",
        """
        SELECT count(*) FROM credit_account a WHERE held_minor <>
          (SELECT coalesce(sum(h.held_minor), 0) FROM card_authorization h WHERE h.account_id = a.id)
        """);
    QUERIES.put(
        "accounts above their limit",
        """
        SELECT count(*) FROM credit_account
        WHERE external_source = 'bench' AND posted_balance_minor + held_minor > credit_limit_minor
        """);
    QUERIES.put(
        "authorizations without their first element",
        """
        SELECT count(*) FROM card_authorization a WHERE NOT EXISTS
          (SELECT 1 FROM authorization_element e WHERE e.authorization_id = a.id)
        """);
    QUERIES.put(
        "difference between authorizations and their events",
        """
        SELECT abs((SELECT count(*) FROM card_authorization a JOIN credit_account c ON c.id = a.account_id
                    WHERE c.external_source = 'bench')
                 - (SELECT count(*) FROM outbox_event e JOIN credit_account c ON c.id = e.account_id
                    WHERE c.external_source = 'bench'
                      AND e.type IN ('authorization.approved', 'authorization.declined')))
        """);
    QUERIES.put("prepared transactions left behind", "SELECT count(*) FROM pg_prepared_xacts");
  }

  private Books() {}

  /** What is wrong; empty when the books are right. */
  static List<String> faults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      long wrong = count(connection, query.getValue());
      if (wrong != 0) {
        faults.add(wrong + " " + query.getKey());
      }
    }
    return faults;
  }

  static long count(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
