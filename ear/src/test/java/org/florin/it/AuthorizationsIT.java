package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Card payments through the API of the whole bank. */
class AuthorizationsIT {

  private final Bank bank = Bank.running();

  @AfterEach
  void books_agree() {
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  @Test
  void purchase_reserves_credit_at_once() {
    var holder = bank.newCardholder();
    var answer = bank.post("/authorizations", holder.purchase(4_500));

    assertEquals(201, answer.status());
    assertEquals("pending", answer.text("status"));
    assertEquals("00", answer.text("response_code"));
    assertEquals(4_500, answer.number("held_amount"));
    assertEquals(95_500, answer.number("available_credit"));
    var account = bank.get("/accounts/" + holder.account());
    assertEquals(95_500, account.number("available_credit"));
    assertEquals(4_500, account.number("held_amount"));
    assertEquals(answer.body(), bank.get("/authorizations/" + answer.text("id")).body());
  }

  @Test
  void decline_is_an_answer_with_every_reason() {
    var holder = bank.newCardholder();
    bank.post("/cards/" + holder.card() + "/pause", "{}");
    var answer = bank.post("/authorizations", holder.purchase(100_001));

    assertEquals(201, answer.status());
    assertEquals("declined", answer.text("status"));
    assertEquals("CARD_PAUSED", answer.text("reason"));
    assertEquals(List.of("CARD_PAUSED", "NO_FUNDS"), texts(answer, "reasons"));
    assertEquals(0, answer.number("held_amount"));
    assertEquals(100_000, available(holder));
  }

  @Test
  void unknown_card_is_declined() {
    var nobody = new Bank.Cardholder("", "card_00000000000000000000000000");

    assertEquals("CARD_UNKNOWN", bank.post("/authorizations", nobody.purchase(1)).text("reason"));
  }

  @Test
  void controls_are_honoured() {
    var holder = bank.newCardholder();
    var set =
        bank.put(
            "/cards/" + holder.card() + "/controls",
            """
            {"transaction_limit":5000,"blocked_mccs":["5411"],"blocked_countries":["US"],"blocked_entry_modes":["ecommerce"]}""");
    assertEquals(200, set.status());

    assertEquals(
        List.of("NOT_ALLOWED_TYPE", "NOT_ALLOWED_COUNTRY", "NOT_ALLOWED_MCC", "LIMIT_AMOUNT"),
        texts(bank.post("/authorizations", holder.purchase(5_001)), "reasons"));
  }

  @Test
  void tip_clears_above_what_was_authorized() {
    var holder = bank.newCardholder();
    var id = bank.post("/authorizations", holder.purchase(4_500)).text("id");
    var captured =
        bank.post("/authorizations/" + id + "/captures", "{\"amount\":5500,\"final\":true}");

    assertEquals(201, captured.status());
    assertEquals("cleared", captured.text("status"));
    assertEquals(94_500, available(holder));
  }

  @Test
  void partial_reversal_then_capture() {
    var holder = bank.newCardholder();
    var id = bank.post("/authorizations", holder.purchase(3_000)).text("id");

    bank.post("/authorizations/" + id + "/reversals", "{\"amount\":2000}");
    assertEquals(99_000, available(holder));
    bank.post("/authorizations/" + id + "/captures", "{\"amount\":1000}");
    assertEquals(99_000, available(holder));
  }

  @Test
  void second_full_reversal_changes_nothing() {
    var holder = bank.newCardholder();
    var id = bank.post("/authorizations", holder.purchase(3_000)).text("id");
    var first = bank.post("/authorizations/" + id + "/reversals", "{}");
    var second = bank.post("/authorizations/" + id + "/reversals", "{}");

    assertEquals("reversed", first.text("status"));
    assertEquals(201, second.status());
    assertEquals(first.json(), second.json());
    assertEquals(100_000, available(holder));
  }

  @Test
  void expired_authorization_that_clears_late_still_posts() {
    var holder = bank.newCardholder();
    var id = bank.post("/authorizations", holder.purchase(3_500)).text("id");

    assertEquals("expired", bank.post("/authorizations/" + id + "/expire", "").text("status"));
    assertEquals(100_000, available(holder));
    bank.post("/authorizations/" + id + "/captures", "{\"amount\":3500}");
    assertEquals(96_500, available(holder));
    var posted =
        bank.get("/accounts/" + holder.account() + "/transactions")
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertEquals("late_clearing", posted.getAsJsonArray("flags").get(0).getAsString());
  }

  /** D6: no race approves more than there is. */
  @Test
  void simultaneous_requests_never_exceed_the_last_dollars() throws Exception {
    var holder = bank.newCardholder(50_000);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 64)
                  .<Callable<Bank.Answer>>mapToObj(
                      i -> () -> bank.post("/authorizations", holder.purchase(3_300)))
                  .toList());
      long approved = 0;
      for (var answer : answers) {
        if (answer.get().status() == 201 && answer.get().json().get("approved").getAsBoolean()) {
          approved += answer.get().number("held_amount");
        }
      }
      assertEquals(49_500, approved);
    }
    assertEquals(500, available(holder));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,/amount",
    "1.5,/amount",
    "9223372036854775808,/amount",
    "1e999999999,/amount",
    "\"100\",/amount"
  })
  void amount_that_is_none_is_refused(String amount, String pointer) {
    var holder = bank.newCardholder();
    var answer =
        bank.post(
            "/authorizations",
            holder.purchase(1).replace("\"amount\":1,", "\"amount\":" + amount + ","));

    assertEquals(400, answer.status());
    assertEquals("application/problem+json", contentType(answer));
    assertEquals(
        pointer,
        answer
            .json()
            .getAsJsonArray("errors")
            .get(0)
            .getAsJsonObject()
            .get("pointer")
            .getAsString());
    assertEquals(100_000, available(holder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth_00000000000000000000000000", "auth_x", "..", "card_1"})
  void what_is_not_there_answers_alike(String id) {
    assertEquals(404, bank.get("/authorizations/" + id).status());
  }

  @Test
  void no_key_and_wrong_key_are_unauthorized() {
    for (var header : List.of("Bearer sk_test_wrong", "Basic eDp5", "")) {
      var request = bank.request("/me").GET();
      request.setHeader("Authorization", header);
      var answer = bank.send(request);
      assertEquals(401, answer.status());
      assertTrue(answer.response().headers().firstValue("Request-Id").isPresent());
    }
  }

  private long available(Bank.Cardholder holder) {
    var account = bank.get("/accounts/" + holder.account());
    assertEquals(
        account.number("credit_limit")
            - account.number("posted_balance")
            - account.number("held_amount"),
        account.number("available_credit"));
    return account.number("available_credit");
  }

  private static List<String> texts(Bank.Answer answer, String member) {
    return answer.json().getAsJsonArray(member).asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private static String contentType(Bank.Answer answer) {
    return answer.response().headers().firstValue("Content-Type").orElse("").split(";")[0];
  }
}
