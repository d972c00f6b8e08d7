package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Leaves no risk rule in force: what rules cost is a figure of its own. */
final class BenchRules {

  private BenchRules() {}

  static void retire(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          UPDATE risk_rule_version SET status = 'retired', retired_by = 'bench', retired_at = now()
          WHERE status IN ('shadow', 'active')
          """);
    }
  }
}
