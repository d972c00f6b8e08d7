package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.florin.authorization.controls.SpendingCounters;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.sql.Database;
import org.florin.risk.Attribute;
import org.florin.risk.RuleFile;
import org.florin.risk.RuleSet;
import org.florin.risk.versions.RuleSteps;
import org.florin.risk.versions.VersionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is recalled is what was known: live decisions against the same decisions later. */
class RecallAuthorizationsTest {

  private static final int REQUESTS = 120;
  private static final int PARTS = 40;

  private final ClientId client = ClientId.create();
  private final AccountId account = AccountId.create();
  private final List<CardId> cards = List.of(CardId.create(), CardId.create());

  RecallAuthorizationsTest() {
    var database = TestDatabase.autoCommitting();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, 'classic', 'USD', 300000, 50000, 1, ?)
        """,
        account.value(),
        UUID.randomUUID(),
        LocalDate.of(2020, 1, 1));
    for (var card : cards) {
      database.update(
          """
          insert into card (id, account_id, customer_id, state, kind, bin, last4, expiry_month, expiry_year,
            security_code_scheme, activated_at, created_at, version)
          values (?, ?, ?, 'active', 'virtual', '400000', '0001', 12, 2099, 'cvk', now() - interval '5 hours',
            now() - interval '9 days', 0)
          """,
          card.value(),
          account.value(),
          UUID.randomUUID());
    }
  }

  @AfterEach
  void retireRules() {
    RuleSteps.retireAll();
  }

  /** A rule that always fires and carries every attribute that the past can tell. */
  private static String everyAttribute() {
    var parts =
        Arrays.stream(Attribute.values())
            .filter(attribute -> attribute.source().isKnownLater())
            .map(attribute -> "{\"attribute\": \"" + attribute.code() + "\", \"known\": true}")
            .toList();
    var groups = new ArrayList<String>();
    for (var from = 0; from < parts.size(); from += PARTS) {
      groups.add(
          "{\"any\": ["
              + String.join(",", parts.subList(from, Math.min(parts.size(), from + PARTS)))
              + "]}");
    }
    return """
        {"format": 1, "name": "All", "currency": "USD", "rules": [
          {"id": "all", "name": "All", "reason": "All.", "action": "flag", "when_missing": "fire",
           "when": {"any": [%s]}}]}
        """
        .formatted(String.join(",", groups));
  }

  @Test
  void every_attribute_is_later_what_it_was_live() {
    var file = everyAttribute();
    var version = RuleSteps.inForce(file, VersionStatus.SHADOW);
    var begins = SystemTime.now();
    var random = new Random(20_261_122);
    for (var left = REQUESTS; left > 0; ) {
      var together = new ArrayList<PendingAuthorization>();
      for (var size = Math.min(left, 1 + random.nextInt(9)); size > 0; size--, left--) {
        together.add(request(random));
      }
      AuthorizationBatches.decide(together);
    }
    var live = new HashMap<AuthorizationId, String>();
    TestDatabase.autoCommitting()
        .list(
            "select authorization_id, evidence from risk_hit where version = ?",
            row ->
                Optional.ofNullable(
                    live.put(
                        new AuthorizationId(row.uuid("authorization_id")), row.text("evidence"))),
            version);
    assertTrue(live.size() > REQUESTS / 2, "asked about " + live.size());

    var recalled = recall(begins, rules(file));

    assertEquals(live.keySet(), recalled.keySet());
    recalled.forEach((id, evidence) -> assertEquals(live.get(id), evidence, id.toString()));
    assertFalse(
        recalled.values().stream().allMatch(each -> each.contains("\"distance_km\": null")));
  }

  /** In pages of seven, so that history reaches over the pages' ends. */
  private Map<AuthorizationId, String> recall(Instant begins, RuleSet rules) {
    return TestDatabase.inTransaction(
        database -> {
          var recall = Recalls.on(database);
          var span =
              new RecallAuthorizations.Span(
                  SpendingCounters.firstId(begins),
                  SpendingCounters.firstId(SystemTime.now().plus(Duration.ofSeconds(1))));
          var all = new HashMap<AuthorizationId, String>();
          var count = 0;
          var last = Optional.<AuthorizationId>empty();
          List<RecalledAuthorization> page;
          do {
            page = recall.next(span, last, rules.lookback(), 7);
            for (var each : page) {
              count++;
              if (cards.contains(each.subject().account().card())) {
                var finding = rules.evaluate(each.subject()).getFirst();
                all.put(each.id(), sorted(database, RiskTraces.json(finding.evidence())));
              }
            }
            last = page.isEmpty() ? last : Optional.of(page.getLast().id());
          } while (!page.isEmpty());
          assertEquals(recall.count(span), count);
          return all;
        });
  }

  /** As the database writes JSON. */
  private static String sorted(Database database, String json) {
    return database
        .first("select ?::jsonb::text as text", row -> row.text("text"), json)
        .orElseThrow();
  }

  private static RuleSet rules(String file) {
    return ((RuleFile.Valid) RuleFile.read(file)).rules();
  }

  private PendingAuthorization request(Random random) {
    var card = cards.get(random.nextInt(cards.size()));
    var cash = random.nextInt(6) == 0;
    var kinds =
        cash
            ? AuthorizationKind.CASH_ADVANCE
            : List.of(
                    AuthorizationKind.PURCHASE,
                    AuthorizationKind.PURCHASE,
                    AuthorizationKind.PREAUTHORIZATION,
                    AuthorizationKind.REFUND)
                .get(random.nextInt(4));
    var amount =
        random.nextInt(10) == 0 && kinds != AuthorizationKind.REFUND
            ? 0
            : 1 + random.nextInt(20_000);
    var place =
        random.nextBoolean()
            ? Optional.of(
                new GeoPoint(
                    BigDecimal.valueOf(random.nextInt(180) - 90L), new BigDecimal("12.345678")))
            : Optional.<GeoPoint>empty();
    var merchant =
        new Merchant(
            "M" + random.nextInt(5),
            "Shop",
            List.of("5411", "7995", "5542", "5812").get(random.nextInt(4)),
            Optional.empty(),
            random.nextBoolean() ? Optional.of("TX") : Optional.empty(),
            List.of("US", "MX", "FR").get(random.nextInt(3)),
            Optional.empty(),
            place);
    return new PendingAuthorization(
        new AuthorizePurchase.Command(
            new RequestKey(client, UUID.randomUUID().toString(), new Fingerprint("00")),
            new AuthorizePurchase.CardReference.ById(card),
            kinds,
            EntryMode.values()[random.nextInt(EntryMode.values().length)],
            Money.usd(amount),
            random.nextBoolean(),
            merchant,
            Optional.empty(),
            Evidence.NONE,
            Optional.empty(),
            Optional.empty(),
            "{}",
            "api",
            snapshot -> new StoredAnswer(201, "text/plain", snapshot.reason())),
        Optional.of(card),
        Optional.empty(),
        Optional.empty(),
        SystemTime.now().plusSeconds(60));
  }
}
