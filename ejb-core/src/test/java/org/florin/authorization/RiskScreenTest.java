package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.fixtures.TestDatabase;
import org.florin.risk.versions.RuleSteps;
import org.florin.risk.versions.VersionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Risk rules in the batch that decides, on a real PostgreSQL. */
class RiskScreenTest {

  private static final String RULES =
      """
      {"format": 1, "name": "Test", "currency": "USD", "rules": [
        {"id": "third-in-an-hour", "name": "Third", "reason": "Three in an hour.", "action": "%s",
         "when_missing": "pass", "when": {"attribute": "approved_count_1h", "at_least": 2}},
        {"id": "watch-fresh-cards", "name": "Fresh", "reason": "Just noted.", "action": "flag",
         "when_missing": "pass", "when": {"all": [{"attribute": "card_age_days", "below": 2},
           {"attribute": "available_credit", "below": 9000}]}}]}
      """;

  private final CardOnFile card = CardOnFile.classic();

  @AfterEach
  void retireRules() {
    RuleSteps.retireAll();
  }

  @Test
  void an_active_rule_declines_and_those_of_one_batch_see_each_other() {
    RuleSteps.inForce(RULES.formatted("decline_fraud"), VersionStatus.ACTIVE);

    assertEquals(List.of("APPROVED", "APPROVED", "SUSPECTED_FRAUD"), decide(100, 200, 300));
    assertEquals(List.of("SUSPECTED_FRAUD"), decide(400), "a later batch reads it");
    assertEquals(
        List.of("t", "t", "t", "t"),
        texts(
                "select would_approve::text as text from risk_evaluation %s order by authorization_id")
            .stream()
            .map(text -> text.substring(0, 1))
            .toList());
    assertEquals(
        List.of("2", "2"),
        texts(
            "select evidence ->> 'approved_count_1h' as text from risk_hit %s"
                + " and rule = 'third-in-an-hour' order by authorization_id"));
  }

  @Test
  void a_shadow_rule_only_records() {
    RuleSteps.inForce(RULES.formatted("decline_aml"), VersionStatus.SHADOW);

    assertEquals(List.of("APPROVED", "APPROVED", "APPROVED"), decide(100, 2_000, 300));
    assertEquals(
        List.of("third-in-an-hour declines", "watch-fresh-cards notes"),
        texts("select rule || ' ' || effect as text from risk_hit %s order by rule"));
    assertEquals(
        List.of("false"), texts("select distinct decides::text as text from risk_evaluation %s"));
    assertEquals(
        List.of("0", "7900"),
        texts(
            "select evidence ->> value as text from risk_hit, unnest(array['card_age_days', 'available_credit'])"
                + " as value %s and rule = 'watch-fresh-cards' order by 1"));
  }

  @Test
  void each_action_has_its_reason_and_a_decline_goes_first() {
    RuleSteps.inForce(
        """
        {"format": 1, "name": "Test", "currency": "USD", "rules": [
          {"id": "ask", "name": "Ask", "reason": "Large.", "action": "challenge", "when_missing": "pass",
           "when": {"attribute": "amount", "above": 1000}},
          {"id": "aml", "name": "Aml", "reason": "Larger.", "action": "decline_aml", "when_missing": "pass",
           "when": {"attribute": "amount", "above": 2000}},
          {"id": "odd", "name": "Odd", "reason": "Odd.", "action": "flag", "when_missing": "fire",
           "when": {"attribute": "speed_kmh", "above": 900}}]}
        """,
        VersionStatus.ACTIVE);

    assertEquals(List.of("APPROVED", "SCA_REQUIRED", "AML"), decide(1_000, 1_500, 2_500));
    assertEquals(
        List.of("AML,SCA_REQUIRED"),
        texts(
            "select array_to_string(reasons, ',') as text from card_authorization"
                + " where account_id = ? and response_code = '64'"));
    assertEquals(
        List.of("3"),
        texts("select count(*)::text as text from risk_hit %s and rule = 'odd' and open"));
  }

  @Test
  void an_advice_is_applied_and_what_active_rules_had_against_it_is_recorded() {
    RuleSteps.inForce(
        RULES.replace("at_least\": 2", "at_least\": 0").formatted("decline_fraud"),
        VersionStatus.ACTIVE);
    var advice = new Advice("visa", "issuer_unavailable", true, Optional.empty());

    assertEquals(List.of("APPROVED"), decide(List.of(request(100).advising(advice).pending())));
    assertEquals(
        List.of("SUSPECTED_FRAUD"),
        texts(
            "select array_to_string(element.reasons, ',') as text from authorization_element element"
                + " join card_authorization on id = authorization_id where account_id = ?"));
    assertEquals(
        List.of("declines"), texts("select effect as text from risk_hit %s and effect <> 'notes'"));
  }

  @Test
  void without_rules_nothing_is_written() {
    decide(100);
    assertEquals(List.of("0"), texts("select count(*)::text as text from risk_evaluation %s"));
  }

  private List<String> decide(long... amounts) {
    var requests = new ArrayList<PendingAuthorization>();
    for (var amount : amounts) {
      requests.add(request(amount).pending());
    }
    return decide(requests);
  }

  private static List<String> decide(List<PendingAuthorization> together) {
    return AuthorizationBatches.reasons(AuthorizationBatches.decide(together));
  }

  private CardOnFile.Request request(long minor) {
    return card.asked(UUID.randomUUID().toString(), minor);
  }

  /** {@code %s} limits to this test's account. */
  private List<String> texts(String sql) {
    return TestDatabase.autoCommitting()
        .list(
            sql.formatted(
                "where authorization_id in (select id from card_authorization where account_id = ?)"),
            row -> row.text("text"),
            card.account.value());
  }
}
