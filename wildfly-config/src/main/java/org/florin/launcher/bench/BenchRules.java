package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The risk rules in force while something is measured. */
final class BenchRules {
  /** What the rules ask about: the request, the account and the card's past. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "amount",
          "amount_total",
          "days_past_due",
          "wrong_pins",
          "approved_count_1h",
          "approved_count_24h",
          "approved_count_7d",
          "approved_count_30d",
          "approved_amount_1h",
          "approved_amount_24h",
          "approved_amount_7d",
          "approved_amount_30d",
          "declined_count_1h",
          "declined_count_24h",
          "declined_count_7d",
          "declined_count_30d",
          "declined_amount_1h",
          "declined_amount_24h",
          "declined_amount_7d",
          "cash_count_24h",
          "cash_amount_24h",
          "cash_amount_7d",
          "not_present_count_1h",
          "not_present_count_24h",
          "verification_count_24h",
          "same_amount_count_24h",
          "same_merchant_count_1h",
          "same_merchant_count_24h",
          "same_merchant_declined_24h",
          "account_approved_count_24h",
          "account_approved_amount_24h",
          "account_declined_count_24h",
          "account_cards_24h",
          "merchants_1h",
          "merchants_24h",
          "merchants_7d",
          "countries_24h",
          "countries_7d",
          "categories_24h",
          "consecutive_declines");

  private static final long NEVER_REACHED = 1_000_000_000_000L;

  private BenchRules() {}

  static int attributeCount() {
    return ATTRIBUTES.size();
  }

  /** Leaves no rule in force: what rules cost is a figure of its own. */
  static void retire(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          UPDATE risk_rule_version SET status = 'retired', retired_by = 'bench', retired_at = now()
          WHERE status IN ('shadow', 'active')
          """);
    }
  }

  /** Puts so many rules in force. All are looked at, none ever fires. */
  static void enforce(Connection owner, int count) throws SQLException {
    retire(owner);
    String rules =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    """
                    {"id": "r%d", "name": "Rule %d", "reason": "Measured.", "action": "decline_fraud",
                     "when_missing": "pass", "when": {"attribute": "%s", "above": %d}}"""
                        .formatted(i, i, ATTRIBUTES.get(i % ATTRIBUTES.size()), NEVER_REACHED + i))
            .collect(Collectors.joining(","));
    try (PreparedStatement statement =
        owner.prepareStatement(
            """
            INSERT INTO risk_rule_version (status, revision, file, note, made_by, made_at, edited_by, edited_at,
              shadow_by, shadow_at, active_by, active_at)
            VALUES ('active', 1, ?, 'bench', 'bench', now(), 'bench', now(), 'bench.second', now(),
              'bench.second', now())
            """)) {
      statement.setString(
          1,
          "{\"format\": 1, \"name\": \"Bench\", \"currency\": \"USD\", \"rules\": ["
              + rules
              + "]}");
      statement.executeUpdate();
    }
  }
}
