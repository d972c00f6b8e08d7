package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that asks a partner, who is another process, before it approves. */
class PartnerHookIT {

  private static final Bank BANK = Bank.running();
  private static final String HOOK = "/programs/classic/decision_hook";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Bank.Cardholder holder = BANK.newCardholder();

  @AfterEach
  void asks_nobody_any_more_and_the_books_agree() {
    BANK.send(BANK.request(HOOK).DELETE());
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private static String partner(String path) {
    return "http://127.0.0.1:" + BANK.stack().ports().simulators() + path;
  }

  /** Tells the partner the secret too. */
  private static void configure(String url, String fallback)
      throws IOException, InterruptedException {
    var answer =
        BANK.put(
            HOOK,
            "{\"url\":\"%s\",\"budget_millis\":600,\"calls_max\":4,%s}".formatted(url, fallback));
    assertEquals(200, answer.status(), answer.body());
    var told =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(partner("/partner/secret")))
                .PUT(HttpRequest.BodyPublishers.ofString(answer.text("secret")))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, told.statusCode());
  }

  private static JsonObject partnerDecision(Bank.Answer authorization) {
    return authorization.json().getAsJsonObject("partner_decision");
  }

  private static List<JsonObject> asked(String card) throws IOException, InterruptedException {
    var calls =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(partner("/partner/calls"))).build(),
            HttpResponse.BodyHandlers.ofString());
    var mine = new ArrayList<JsonObject>();
    for (var call : JsonParser.parseString(calls.body()).getAsJsonArray()) {
      if (call.getAsJsonObject().get("card").getAsString().equals(card)) {
        mine.add(call.getAsJsonObject());
      }
    }
    return mine;
  }

  @ParameterizedTest
  @CsvSource({
    "4500, APPROVED, 00, approved, partner",
    "4505, HOOK_DECLINED, 05, declined, partner",
    "4591, HOOK_TIMEOUT, 91, timeout, default",
    "4530, HOOK_ERROR, 91, error, default",
    "4596, HOOK_ERROR, 91, error, default",
    "4597, HOOK_ERROR, 91, error, default",
    "4598, HOOK_ERROR, 91, error, default",
    "4599, HOOK_ERROR, 91, error, default"
  })
  void the_partners_word_decides(
      long amount, String reason, String code, String result, String decidedBy) throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");
    var key = Bank.newKey();
    var answer = BANK.post("/authorizations", key, holder.purchase(amount));

    assertEquals(201, answer.status(), answer.body());
    assertEquals(reason, answer.text("reason"), answer.body());
    assertEquals(code, answer.text("response_code"));
    assertEquals(result, partnerDecision(answer).get("result").getAsString());
    assertEquals(decidedBy, partnerDecision(answer).get("decided_by").getAsString());
    assertEquals(answer.body(), BANK.post("/authorizations", key, holder.purchase(amount)).body());
    assertEquals(1, asked(holder.card()).size());
    assertEquals(
        partnerDecision(answer), partnerDecision(BANK.get("/authorizations/" + answer.text("id"))));
  }

  @Test
  void a_part_is_an_answer_where_the_terminal_takes_one() throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");
    var answer =
        BANK.post(
            "/authorizations",
            holder.purchase(4_530).replaceFirst("\\{", "{\"partial_approval\":true,"));

    assertEquals("APPROVED_PARTIAL", answer.text("reason"));
    assertEquals(2_265, answer.number("held_amount"));
  }

  @Test
  void what_we_decline_is_not_asked() throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");
    var answer = BANK.post("/authorizations", holder.purchase(100_001));

    assertEquals("NO_FUNDS", answer.text("reason"));
    assertTrue(answer.json().get("partner_decision").isJsonNull());
    assertEquals(0, asked(holder.card()).size());
  }

  @Test
  void a_late_answer_changes_nothing_and_is_noted() throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");
    var answer = BANK.post("/authorizations", holder.purchase(4_568));

    assertEquals("HOOK_TIMEOUT", answer.text("reason"));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                !partnerDecision(BANK.get("/authorizations/" + answer.text("id")))
                    .get("late")
                    .isJsonNull());
    var now = BANK.get("/authorizations/" + answer.text("id"));
    assertEquals(
        "approved", partnerDecision(now).getAsJsonObject("late").get("result").getAsString());
    assertEquals("declined", now.text("status"));
    assertEquals(0, now.number("held_amount"));
  }

  @Test
  void stand_in_limits_speak_for_a_partner_that_is_gone() throws Exception {
    configure(
        "http://127.0.0.1:1/nobody",
        "\"fallback\":\"stand_in\",\"stand_in\":{\"amount_max\":3000,\"day_amount_max\":5000,\"day_count_max\":9}");
    var first = BANK.post("/authorizations", holder.purchase(3_000));
    var tooMuch = BANK.post("/authorizations", holder.purchase(3_001));
    var second = BANK.post("/authorizations", holder.purchase(2_000));
    var beyond = BANK.post("/authorizations", holder.purchase(1));

    assertEquals("APPROVED", first.text("reason"));
    assertEquals("stand_in", partnerDecision(first).get("decided_by").getAsString());
    assertEquals(
        "stand_in",
        first
            .json()
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("flags")
            .get(0)
            .getAsString());
    assertEquals("STAND_IN_DECLINED", tooMuch.text("reason"));
    assertEquals("APPROVED", second.text("reason"));
    assertEquals("STAND_IN_DECLINED", beyond.text("reason"));
    assertEquals(95_000, BANK.get("/accounts/" + holder.account()).number("available_credit"));
  }

  @Test
  void a_partner_that_fails_is_left_alone_and_costs_others_nothing() throws Exception {
    configure("http://127.0.0.1:1/nobody", "\"fallback\":\"decline\"");
    for (var i = 0; i < 5; i++) {
      BANK.post("/authorizations", holder.purchase(100));
    }
    var leftAlone = BANK.post("/authorizations", holder.purchase(100));

    assertEquals("HOOK_ERROR", leftAlone.text("reason"));
    assertTrue(
        partnerDecision(leftAlone).get("detail").getAsString().startsWith("left alone"),
        leftAlone.body());
  }

  @Test
  void silence_holds_no_lock_and_no_room_of_others() throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var silent = new ArrayList<Callable<Bank.Answer>>();
      for (var i = 0; i < 12; i++) {
        silent.add(() -> BANK.post("/authorizations", holder.purchase(4_591)));
      }
      var pending = silent.stream().map(threads::submit).toList();
      Thread.sleep(150);
      var began = System.nanoTime();
      var other = BANK.newCardholder();
      var refused = BANK.post("/authorizations", other.purchase(100_001));
      var sameAccount =
          BANK.post(
              "/authorizations",
              holder.purchase(0).replace("\"purchase\"", "\"account_verification\""));
      var millis = (System.nanoTime() - began) / 1_000_000;

      assertEquals("NO_FUNDS", refused.text("reason"));
      assertEquals("VERIFIED_NO_AMOUNT", sameAccount.text("reason"));
      assertTrue(millis < 5_000, millis + " ms");
      for (var answer : pending) {
        assertFalse(answer.get().json().get("approved").getAsBoolean());
      }
    }
  }

  @Test
  void a_repeat_that_comes_while_the_partner_thinks_gets_the_same_answer() throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");
    var key = Bank.newKey();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<String>();
      for (var answer :
          threads.invokeAll(
              java.util.Collections.<Callable<Bank.Answer>>nCopies(
                  8, () -> BANK.post("/authorizations", key, holder.purchase(4_591))))) {
        answers.add(answer.get().body());
      }
      assertEquals(1, answers.stream().distinct().count());
    }
    assertEquals(1, asked(holder.card()).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "http://partner.example/; 422",
        "https://user@partner.example/; 422",
        "partner; 400"
      })
  void an_address_that_may_not_be_called_is_refused(String url, int status) {
    assertEquals(
        status, BANK.put(HOOK, "{\"url\":\"" + url + "\",\"fallback\":\"decline\"}").status());
  }

  @Test
  void an_address_inside_is_refused_when_it_is_called() throws Exception {
    configure("https://10.0.0.1/decide", "\"fallback\":\"decline\"");
    var answer = BANK.post("/authorizations", holder.purchase(100));

    assertEquals("HOOK_ERROR", answer.text("reason"));
    assertEquals("the host lies inside", partnerDecision(answer).get("detail").getAsString());
  }

  @Test
  void the_secret_is_shown_once_and_changes_are_audited() throws Exception {
    configure(partner("/partner/decide"), "\"fallback\":\"decline\"");

    assertFalse(BANK.get(HOOK).json().has("secret"));
    assertTrue(
        BANK.put(
                HOOK,
                "{\"url\":\"%s\",\"fallback\":\"decline\",\"new_secret\":true}"
                    .formatted(partner("/partner/decide")))
            .text("secret")
            .startsWith("whsec_"));
    assertTrue(
        BANK.number("select count(*) from audit_record where action = 'hook.configure'") >= 2);
    assertEquals(404, BANK.get("/programs/nothing/decision_hook").status());
    assertEquals(
        404,
        BANK.put(
                "/programs/nothing/decision_hook",
                "{\"url\":\"https://a.example/\",\"fallback\":\"decline\"}")
            .status());
  }
}
