package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.authorization.AuthorizationOutcome.Decided;
import org.florin.authorization.hooks.HookBooks;
import org.florin.authorization.rules.RuleBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.risk.versions.RuleShelves;
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

  private final ClientId client = ClientId.create();
  private final AccountId account = AccountId.create();
  private final CardId card = CardId.create();

  RiskScreenTest() {
    var database = TestDatabase.autoCommitting();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, 'classic', 'USD', 10000, 2000, 1, ?)
        """,
        account.value(),
        UUID.randomUUID(),
        LocalDate.EPOCH);
    database.update(
        """
        insert into card (id, account_id, customer_id, state, kind, bin, last4, expiry_month, expiry_year,
          security_code_scheme, created_at, version)
        values (?, ?, ?, 'active', 'virtual', '400000', '0001', 12, 2099, 'cvk', now(), 0)
        """,
        card.value(),
        account.value(),
        UUID.randomUUID());
  }

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
    var advice = Optional.of(new Advice("visa", "issuer_unavailable", true, Optional.empty()));

    assertEquals(List.of("APPROVED"), decide(List.of(request(100, advice))));
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
      requests.add(request(amount, Optional.empty()));
    }
    return decide(requests);
  }

  private List<String> decide(List<PendingAuthorization> together) {
    return TestDatabase.inTransaction(
        database ->
            batch(database).decide(together).stream()
                .map(turn -> assertInstanceOf(Turn.Answered.class, turn).outcome())
                .map(outcome -> assertInstanceOf(Decided.class, outcome).answer().body())
                .toList());
  }

  private PendingAuthorization request(long minor, Optional<Advice> advice) {
    var key = new RequestKey(client, UUID.randomUUID().toString(), new Fingerprint("00"));
    return new PendingAuthorization(
        new AuthorizePurchase.Command(
            key,
            new AuthorizePurchase.CardReference.ById(card),
            AuthorizationKind.PURCHASE,
            EntryMode.ECOMMERCE,
            Money.usd(minor),
            false,
            new Merchant(
                "M1", "Shop", "5411", Optional.empty(), Optional.empty(), "US", Optional.empty()),
            Optional.empty(),
            Evidence.NONE,
            advice,
            Optional.empty(),
            "{}",
            "api",
            snapshot -> new StoredAnswer(201, "text/plain", snapshot.reason())),
        Optional.of(card),
        Optional.empty(),
        Optional.empty(),
        SystemTime.now().plusSeconds(60));
  }

  /** {@code %s} limits to this test's account. */
  private List<String> texts(String sql) {
    return TestDatabase.autoCommitting()
        .list(
            sql.formatted(
                "where authorization_id in (select id from card_authorization where account_id = ?)"),
            row -> row.text("text"),
            account.value());
  }

  private static AuthorizationBatch batch(Database database) {
    var store = new AuthorizationStore();
    store.database = database;
    store.outbox = Outboxes.on(database);
    store.audit = new AuditTrail();
    var batch = new AuthorizationBatch();
    batch.database = database;
    batch.store = store;
    batch.rules = RuleBooks.on(database);
    batch.hooks = HookBooks.on(database);
    batch.risk = new RiskScreening();
    batch.risk.shelf = RuleShelves.on(database);
    return batch;
  }
}
