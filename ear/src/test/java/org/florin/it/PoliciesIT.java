package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Credit policies of the running bank: drafted over the API, tried, approved in the console. */
class PoliciesIT {

  private final Bank bank = Bank.running();

  @Test
  void a_policy_is_drafted_by_one_tried_on_the_past_and_approved_by_another() {
    var harsh = bank.get("/credit_policies/1").json().getAsJsonObject("policy");
    harsh.getAsJsonArray("bands").get(0).getAsJsonObject().add("points_from", number(860));
    harsh.getAsJsonArray("bands").get(1).getAsJsonObject().add("points_from", number(850));
    harsh.getAsJsonArray("bands").get(2).getAsJsonObject().add("points_from", number(840));
    var draft = bank.post("/credit_policies", draft(harsh));
    assertEquals(201, draft.status(), draft.body());
    var path = "/credit_policies/" + draft.number("number");
    var before = whatIf(path);

    var good = apply("0800");
    apply("0400");
    var after = whatIf(path);

    assertEquals(1, gained(before, after, "then", "approved"));
    assertEquals(0, gained(before, after, "now", "approved"));
    assertEquals(1, gained(before, after, "now", "referred"));
    assertEquals(1, gained(before, after, "now", "declined"));
    assertEquals(100_000, gained(before, after, "then", "credit_limits"));
    assertTrue(
        after.getAsJsonArray("changes").asList().stream()
            .anyMatch(
                each -> each.getAsJsonObject().get("application").getAsString().equals(good)));

    var from = LocalDate.parse(bank.get("/status").text("business_date")).plusYears(5);
    var approval = "{\"revision\": 1, \"effective_from\": \"" + from + "\"}";
    assertEquals("second_person_needed", bank.post(path + "/approval", approval).text("code"));
    try (var underwriter = Visitor.at(bank)) {
      underwriter.signIn(bank, "underwriter");
      underwriter.open("/bank/policies");
      underwriter.look("policies");
      underwriter.open("/bank/policy?number=" + draft.number("number"));
      underwriter.press("trial:ask");
      assertTrue(underwriter.text("main").contains(good), underwriter.text("main"));
      underwriter.look("policy-trial");
      underwriter.fill("way-on:effective", from.toString());
      underwriter.press("way-on:approve");
      assertTrue(underwriter.text("main").contains("It is approved"), underwriter.text("main"));
      assertEquals("approved", bank.get(path).text("status"));
      underwriter.press("way-on:drop");
      underwriter.isContent();
    }
    assertEquals("dropped", bank.get(path).text("status"));
    try (var dark = Visitor.at(bank, ColorScheme.DARK, 390)) {
      dark.signIn(bank, "auditor");
      dark.open("/bank/policy?number=1");
      dark.look("policy");
      dark.isContent();
    }
  }

  @Test
  void a_decision_is_replayed_over_the_api_and_in_the_console() {
    var application = apply("0650");
    var replay = bank.get("/applications/" + application + "/replay");
    assertEquals(200, replay.status(), replay.body());
    assertTrue(replay.json().get("same").getAsBoolean(), replay.body());
    assertEquals("referred", replay.json().getAsJsonObject("now").get("outcome").getAsString());
    try (var underwriter = Visitor.at(bank)) {
      underwriter.signIn(bank, "underwriter");
      underwriter.open("/bank/application?id=" + application);
      underwriter.press("again:replay");
      assertTrue(underwriter.text("main").contains("gives the same answer"));
      underwriter.look("application-replayed");
      underwriter.isContent();
    }
  }

  @Test
  void a_draft_with_faults_names_them() {
    var policy = bank.get("/credit_policies/1").json().getAsJsonObject("policy");
    policy.remove("ability_to_pay");
    var refused = bank.post("/credit_policies", draft(policy));
    assertEquals(400, refused.status());
    assertTrue(refused.body().contains("/ability_to_pay"), refused.body());
  }

  private String apply(String lastFour) {
    var answer =
        bank.post(
            "/applications", Bank.application(100_000, Bank.Cardholder.taxId(lastFour), false));
    assertEquals(201, answer.status(), answer.body());
    return answer.text("id");
  }

  private JsonObject whatIf(String path) {
    return bank.get(path + "/what_if").json();
  }

  private static long gained(JsonObject before, JsonObject after, String side, String what) {
    return after.getAsJsonObject(side).get(what).getAsLong()
        - before.getAsJsonObject(side).get(what).getAsLong();
  }

  private static String draft(JsonObject policy) {
    return "{\"product\": \"classic\", \"note\": \"A harsh one\", \"policy\": " + policy + "}";
  }

  private static JsonPrimitive number(int value) {
    return new JsonPrimitive(value);
  }
}
