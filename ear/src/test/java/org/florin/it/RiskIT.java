package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Risk rules of the running bank: over its API, at its console, through a network's door. */
class RiskIT {

  private static final Pattern NUMBER = Pattern.compile("Version ([0-9]+)");

  private final Bank bank = Bank.running();
  private final String shop = "R" + Bank.newKey().replace("-", "").substring(0, 12).toUpperCase();

  @Test
  void a_rule_is_drafted_by_one_tried_in_the_shadow_and_promoted_by_another() throws Exception {
    var holder = bank.newCardholder();
    var draft =
        bank.post(
            "/risk/versions",
            "{\"note\": \"Second visits\", \"file\": "
                + file(
                    rule("second-visit", "decline_fraud", shop + "F", "same_merchant_count_24h")
                        + ","
                        + rule("ask-first", "challenge", shop + "C", "amount")
                        + ","
                        + rule("launders", "decline_aml", shop + "A", "amount"))
                + "}");
    assertEquals(201, draft.status(), draft.body());
    var path = "/risk/versions/" + draft.number("number");
    var refused = bank.post(path + "/promotions", "{\"revision\": 1, \"to\": \"shadow\"}");
    assertEquals(409, refused.status());
    assertEquals("second_person_needed", refused.text("code"));

    try (var operations = Visitor.at(bank)) {
      operations.signIn(bank, "operations");
      operations.open("/bank/risk-version?number=" + draft.number("number"));
      operations.press("way-on:promote");
      assertTrue(operations.text("main").contains("runs in the shadow"), operations.text("main"));
      operations.look("risk-shadow");

      decided(at(holder, "F"));
      var recorded =
          Awaitility.await()
              .atMost(Duration.ofSeconds(5))
              .until(() -> decided(at(holder, "F")).text("id"), id -> !traces(id).isEmpty());
      var trace = traces(recorded).getFirst();
      assertEquals("APPROVED", bank.get("/authorizations/" + recorded).text("reason"));
      assertFalse(trace.get("decides").getAsBoolean());
      assertEquals("declines", hit(trace).get("effect").getAsString());

      operations.press("way-on:promote");
      assertTrue(operations.text("main").contains("decides now"), operations.text("main"));
      var declined =
          Awaitility.await()
              .atMost(Duration.ofSeconds(5))
              .until(
                  () -> decided(at(holder, "F")),
                  answer -> !answer.text("reason").equals("APPROVED"));
      assertEquals("SUSPECTED_FRAUD", declined.text("reason"));
      assertEquals("59", declined.text("response_code"));
      assertEquals(4, declined.json().getAsJsonObject("retry").get("visa_category").getAsInt());
      var decided = traces(declined.text("id")).getFirst();
      assertTrue(decided.get("decides").getAsBoolean());
      assertTrue(decided.get("would_approve").getAsBoolean());
      assertEquals("second-visit", hit(decided).get("id").getAsString());
      assertTrue(
          hit(decided).getAsJsonObject("attributes").get("same_merchant_count_24h").getAsLong()
              >= 1);

      var asked = decided(at(holder, "C"));
      assertEquals("SCA_REQUIRED", asked.text("reason"));
      assertEquals("1A", asked.text("response_code"));
      var passed =
          decided(
              at(holder, "C")
                  .replace("\"kind\"", "\"checks\":{\"challenge\":\"passed\"},\"kind\""));
      assertEquals("APPROVED", passed.text("reason"));
      assertEquals(
          "satisfied", hit(traces(passed.text("id")).getFirst()).get("effect").getAsString());
      assertEquals("64", decided(at(holder, "A")).text("response_code"));
      decidesAlikeAtTheNetworksDoor();

      operations.open("/bank/authorization?id=" + declined.text("id"));
      assertTrue(operations.text("main").contains("same_merchant_count_24h"));
      operations.look("authorization-risk");
      operations.open("/bank/risk-version?number=1");
      assertTrue(operations.text(".diff .new").contains("Starter rules"));
      operations.look("risk-diff");
      operations.isContent();
    }
    assertTrue(bank.get(path).json().getAsJsonObject("fired").get("second-visit").getAsLong() >= 2);

    assertEquals(201, bank.post(path + "/retirement", "{\"revision\": 1}").status());
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> decided(at(holder, "F")).text("reason").equals("APPROVED"));
  }

  private void decidesAlikeAtTheNetworksDoor() throws Exception {
    var card = Wallet.card(bank, bank.newCardholder());
    try (var line = AcquirerLine.signedOn(bank.stack().ports().acquirer(), "ISO87A");
        var mastercard = AcquirerLine.signedOn(bank.stack().ports().mastercard(), "MC-E")) {
      assertEquals(
          "64", line.ask(card.purchase(500).set(42, padded("A")).build()).elements().get(39));
      assertEquals(
          "65", mastercard.ask(card.purchase(500).set(42, padded("C")).build()).elements().get(39));
      assertEquals("00", line.ask(card.purchase(500).build()).elements().get(39));
    }
  }

  @Test
  void a_back_test_counts_what_an_independent_count_counts() {
    var holder = bank.newCardholder();
    for (var amount : List.of(500L, 2_000L, 2_500L, 900L, 3_000L, 99_000L, 1_200L)) {
      decided(at(holder, "B").replace("500", Long.toString(amount)));
    }
    var draft =
        bank.post(
            "/risk/versions",
            "{\"file\": "
                + file(
                    """
                    {"id": "third", "name": "Third", "reason": "Third.", "action": "decline_fraud", "when_missing": "pass",
                     "when": {"all": [{"attribute": "merchant", "equals": "%1$sB"},
                       {"attribute": "approved_count_24h", "at_least": 2}, {"attribute": "amount", "above": 1000}]}},
                    {"id": "small", "name": "Small", "reason": "Small.", "action": "flag", "when_missing": "pass",
                     "when": {"all": [{"attribute": "merchant", "equals": "%1$sB"},
                       {"attribute": "amount", "below": 1000}]}}"""
                        .formatted(shop))
                + "}");
    // Other tests move the business date ahead; payments keep the calendar's.
    var businessDate = LocalDate.parse(bank.get("/status").text("business_date"));
    var today = LocalDate.now(ZoneOffset.UTC);
    var started =
        bank.post(
            "/risk/backtests",
            "{\"version\": %d, \"from\": \"%s\", \"to\": \"%s\"}"
                .formatted(draft.number("number"), today.minusDays(2), businessDate.plusDays(2)));
    assertEquals(202, started.status(), started.body());
    var report =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> bank.get("/risk/backtests/" + started.text("id")),
                answer -> answer.text("status").equals("completed"));

    var ours =
        "select *, count(*) filter (where cardinality(reasons) = 0) over (order by id rows between unbounded"
            + " preceding and 1 preceding) as earlier from card_authorization where merchant_id = '"
            + shop
            + "B'";
    var hits = "from (" + ours + ") numbered where earlier >= 2 and requested_minor > 1000";
    var changed = hits + " and cardinality(reasons) = 0";
    assertTrue(bank.number("select count(*) " + changed) >= 2);
    assertEquals(
        bank.number("select count(*) " + changed),
        report.json().getAsJsonObject("would_decline").get("count").getAsLong());
    assertEquals(
        bank.number("select sum(requested_minor) " + changed),
        report.json().getAsJsonObject("would_decline").get("amount").getAsLong());
    var rules = report.json().getAsJsonArray("rules");
    assertEquals(
        bank.number("select count(*) " + hits), named(rules, "third").get("hits").getAsLong());
    assertEquals(
        bank.number("select count(*) " + hits + " and cardinality(reasons) > 0"),
        named(rules, "third").get("declined_then").getAsLong());
    assertEquals(
        bank.number("select count(*) from (" + ours + ") numbered where requested_minor < 1000"),
        named(rules, "small").get("hits").getAsLong());
    assertEquals(
        bank.number(
            "select count(*) from card_authorization join credit_account account on account.id = account_id"
                + " and account.currency = card_authorization.currency where kind <> 'refund'"),
        report.number("asked"));
    assertEquals(
        bank.number("select count(*) " + changed), report.json().getAsJsonArray("cases").size());

    try (var auditor = Visitor.at(bank)) {
      auditor.signIn(bank, "auditor");
      auditor.open("/bank/backtest?id=" + started.text("id"));
      assertTrue(auditor.text("main").contains("Would decline"));
      auditor.look("backtest");
      auditor.isContent();
    }
    assertEquals(
        422,
        bank.post(
                "/risk/backtests",
                "{\"version\": 999999, \"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}")
            .status());
  }

  @Test
  void the_editor_shows_faults_at_their_lines_and_keeps_what_is_right() {
    try (var author = Visitor.at(bank);
        var auditor = Visitor.at(bank)) {
      author.signIn(bank, "underwriter");
      author.open("/bank/risk-version");
      author.fill(
          "edit:text",
          "{\n  \"format\": 1,\n  \"name\": \"Wrong\",\n  \"currency\": \"USD\",\n  \"rules\": [7]\n}");
      author.press("edit:save");
      assertTrue(author.text(".faults").contains("Line 5"), author.text("main"));
      author.page().click(".to-line");
      assertEquals("5", author.text(".gutter .fault"));
      author.look("risk-editor-faults");
      author.fill(
          "edit:text",
          file(rule("of-the-editor", "flag", shop, "amount")).replace("\"rules\"", "\n\"rules\""));
      author.fill("edit:note", "Made in the editor");
      author.press("edit:save");
      assertTrue(author.text("main").contains("somebody else has to promote it"));
      assertFalse(author.text("main").contains("Run in the shadow"));
      author.look("risk-editor-saved");
      var number = number(author.text("h1"));

      auditor.signIn(bank, "auditor");
      auditor.open("/bank/risk");
      assertTrue(auditor.text("main").contains("Made in the editor"));
      auditor.look("risk");
      auditor.open("/bank/risk-version?number=" + number);
      assertEquals(0, auditor.page().locator("main button[id]").count());
      author.press("way-on:retire");
      author.isContent();
      auditor.isContent();
    }
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (var width : List.of(360, 1280)) {
        try (var operations = Visitor.at(bank, scheme, width)) {
          operations.signIn(bank, "operations");
          operations.open("/bank/risk");
          operations.look("risk");
          operations.open("/bank/risk-version?number=1");
          operations.look("risk-version");
          operations.open("/bank/risk-version?from=1");
          operations.look("risk-draft");
          operations.isContent();
        }
      }
    }
  }

  @Test
  void faults_are_told_by_their_place_and_nothing_is_kept() {
    var before = bank.number("select count(*) from risk_rule_version");
    var answer =
        bank.post(
            "/risk/versions",
            """
            {"file": {"format": 1, "name": "Wrong", "currency": "USD", "rules": [
              {"id": "r", "name": "R", "reason": "R.", "action": "flag", "when_missing": "pass",
               "when": {"all": [{"attribute": "amount", "above": "much"}]}}]}}""");

    assertEquals(400, answer.status());
    assertEquals(
        "/file/rules/0/when/all/0/above",
        answer
            .json()
            .getAsJsonArray("errors")
            .get(0)
            .getAsJsonObject()
            .get("pointer")
            .getAsString());
    assertEquals(before, bank.number("select count(*) from risk_rule_version"));
  }

  @Test
  void an_edit_names_what_it_read_and_a_draft_can_be_dropped() {
    var draft = bank.post("/risk/versions", "{\"note\": \"First\", \"file\": " + file("") + "}");
    assertEquals("draft", draft.text("status"));
    var path = "/risk/versions/" + draft.number("number");
    var edit = "{\"revision\": 1, \"note\": \"Second\", \"file\": " + file("") + "}";
    assertEquals(2, bank.put(path, edit).number("revision"));
    assertEquals("version_changed", bank.put(path, edit).text("code"));
    assertEquals("Second", bank.get(path).text("note"));
    assertEquals(201, bank.post(path + "/retirement", "{\"revision\": 2}").status());
    assertEquals("retired", bank.get(path).text("status"));
    assertEquals(404, bank.get("/risk/versions/999999").status());
    assertEquals(404, bank.get("/authorizations/auth_00000000000000000000000000/risk").status());
  }

  @Test
  void every_attribute_is_described() {
    var attributes = bank.get("/risk/attributes").json().getAsJsonArray("data");
    assertTrue(attributes.size() >= 40, "attributes: " + attributes.size());
  }

  private static String file(String rules) {
    return "{\"format\": 1, \"name\": \"Test\", \"currency\": \"USD\", \"rules\": [" + rules + "]}";
  }

  /** Fires at the merchant if the attribute is above zero. */
  private static String rule(String id, String action, String merchant, String attribute) {
    return """
        {"id": "%s", "name": "%s", "reason": "For the test.", "action": "%s", "when_missing": "pass",
         "when": {"all": [{"attribute": "merchant", "equals": "%s"}, {"attribute": "%s", "above": 0}]}}"""
        .formatted(id, id, action, merchant, attribute);
  }

  /** A request that the bank is too busy for is sent again, with the same key. */
  private Bank.Answer decided(String body) {
    var key = Bank.newKey();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> bank.post("/authorizations", key, body), answer -> answer.status() == 201);
  }

  private String at(Bank.Cardholder holder, String which) {
    return holder.purchase(500).replace("\"M1\"", "\"" + shop + which + "\"");
  }

  /** Merchants of the networks have ids of 15 characters. */
  private String padded(String which) {
    return String.format("%-15s", shop + which);
  }

  private List<JsonObject> traces(String authorization) {
    return bank
        .get("/authorizations/" + authorization + "/risk")
        .json()
        .getAsJsonArray("data")
        .asList()
        .stream()
        .map(element -> element.getAsJsonObject())
        .filter(trace -> !trace.getAsJsonArray("rules").isEmpty())
        .toList();
  }

  private static JsonObject hit(JsonObject trace) {
    return trace.getAsJsonArray("rules").get(0).getAsJsonObject();
  }

  private static JsonObject named(JsonArray rules, String id) {
    return rules.asList().stream()
        .map(element -> element.getAsJsonObject())
        .filter(rule -> rule.get("id").getAsString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String number(String heading) {
    var found = NUMBER.matcher(heading);
    assertTrue(found.find(), heading);
    return found.group(1);
  }
}
