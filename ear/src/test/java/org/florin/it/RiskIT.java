package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Risk rules of the running bank, over its API. */
class RiskIT {

  private final Bank bank = Bank.running();

  /** The sample bank's starter rules run in the shadow. */
  @Test
  void rules_in_the_shadow_record_and_change_nothing() {
    var holder = bank.newCardholder();
    for (var country : List.of("US", "MX", "FR", "JP")) {
      bank.post("/authorizations", in(holder, country));
    }
    var fifth = bank.post("/authorizations", in(holder, "US"));
    assertEquals("APPROVED", fifth.text("reason"));

    var trace = trace(fifth.text("id"));
    assertFalse(trace.get("decides").getAsBoolean());
    assertTrue(trace.get("would_approve").getAsBoolean());
    var rule = trace.getAsJsonArray("rules").get(0).getAsJsonObject();
    assertEquals("many-countries", rule.get("id").getAsString());
    assertEquals("notes", rule.get("effect").getAsString());
    assertEquals("4", rule.getAsJsonObject("attributes").get("countries_24h").getAsString());
    assertEquals(404, bank.get("/authorizations/auth_00000000000000000000000000/risk").status());
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
  void nobody_promotes_an_own_draft_and_an_edit_names_what_it_read() {
    var draft = bank.post("/risk/versions", "{\"note\": \"First\", \"file\": " + file("[]") + "}");
    assertEquals(201, draft.status(), draft.body());
    assertEquals("draft", draft.text("status"));
    var path = "/risk/versions/" + draft.number("number");

    var refused = bank.post(path + "/promotions", "{\"revision\": 1, \"to\": \"shadow\"}");
    assertEquals(409, refused.status());
    assertEquals("second_person_needed", refused.text("code"));

    var edit = "{\"revision\": 1, \"note\": \"Second\", \"file\": " + file("[]") + "}";
    assertEquals(2, bank.put(path, edit).number("revision"));
    assertEquals("version_changed", bank.put(path, edit).text("code"));
    assertEquals("Second", bank.get(path).text("note"));
    assertEquals(201, bank.post(path + "/retirement", "{\"revision\": 2}").status());
    assertEquals("retired", bank.get(path).text("status"));
    assertEquals(404, bank.get("/risk/versions/999999").status());
  }

  @Test
  void every_attribute_is_described() {
    var attributes = bank.get("/risk/attributes").json().getAsJsonArray("data");
    assertTrue(attributes.size() >= 40, "attributes: " + attributes.size());
  }

  static String file(String rules) {
    return "{\"format\": 1, \"name\": \"Test\", \"currency\": \"USD\", \"rules\": " + rules + "}";
  }

  private JsonObject trace(String authorization) {
    return bank.get("/authorizations/" + authorization + "/risk")
        .json()
        .getAsJsonArray("data")
        .get(0)
        .getAsJsonObject();
  }

  private static String in(Bank.Cardholder holder, String country) {
    return holder
        .purchase(100)
        .replace("\"state\":\"TX\",", "")
        .replace("\"country\":\"US\"", "\"country\":\"" + country + "\"");
  }
}
