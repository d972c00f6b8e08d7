package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * K1 to K10 of the fault list, for authorizations and payments, also across a kill of the server.
 */
class IdempotencyIT {

  private static final Bank BANK = Bank.running();

  /** A money POST: its path and a body for a cardholder. */
  record Operation(String path, String body, String otherBody, String sameBodyOtherwiseSpelt) {

    @Override
    public String toString() {
      return "POST " + path;
    }
  }

  static Stream<Arguments> operations() {
    var holder = BANK.newCardholder();
    var purchase = holder.purchase(1_000);
    var payment =
        "{\"account\":\"%s\",\"amount\":1000,\"currency\":\"USD\",\"method\":\"stripe\"}"
            .formatted(holder.account());
    return Stream.of(
        arguments(
            new Operation(
                "/authorizations",
                purchase,
                holder.purchase(1_001),
                purchase.replace("\"amount\":1000", " \"amount\" :  1000.00 "))),
        arguments(
            new Operation(
                "/payments",
                payment,
                payment.replace("1000", "1001"),
                "{\"method\":\"stripe\",\"currency\":\"USD\",\"amount\":1e3,\"account\":\"%s\"}"
                    .formatted(holder.account()))));
  }

  @AfterAll
  static void books_agree() {
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  @ParameterizedTest
  @DisplayName("K1 same key and body: same answer, also after a kill")
  @MethodSource("operations")
  void k1_same_key_and_body_gets_the_same_answer_also_after_a_kill(Operation operation)
      throws Exception {
    var key = Bank.newKey();
    var first = BANK.post(operation.path(), key, operation.body());
    var second = BANK.post(operation.path(), key, operation.body());
    assertEquals(201, first.status());
    assertFalse(first.isReplay());
    assertReplay(first, second);

    BANK.stack().killServer();
    BANK.stack().startServer();

    assertReplay(first, BANK.post(operation.path(), key, operation.body()));
  }

  @ParameterizedTest
  @DisplayName("K2 same key, other body or path: 422")
  @MethodSource("operations")
  void k2_same_key_for_anything_else_is_refused(Operation operation) {
    var key = Bank.newKey();
    BANK.post(operation.path(), key, operation.body());

    assertEquals(422, BANK.post(operation.path(), key, operation.otherBody()).status());
    assertEquals(
        422,
        BANK.post("/applications", key, Bank.application(1, Bank.Cardholder.newTaxId(), true))
            .status());
  }

  @ParameterizedTest
  @DisplayName("K3 fifty at once: one executes")
  @MethodSource("operations")
  void k3_fifty_at_once_execute_once(Operation operation) throws Exception {
    var key = Bank.newKey();
    var rowsBefore = rows();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 50)
                  .<Callable<Bank.Answer>>mapToObj(
                      i -> () -> BANK.post(operation.path(), key, operation.body()))
                  .toList());
      var executed = 0;
      for (var future : answers) {
        var answer = future.get();
        assertTrue(answer.status() == 201 || answer.status() == 409, answer.body());
        if (answer.status() == 201 && !answer.isReplay()) {
          executed++;
        }
        if (answer.status() == 409) {
          assertTrue(answer.response().headers().firstValue("Retry-After").isPresent());
        }
      }
      assertEquals(1, executed);
    }
    assertEquals(rowsBefore + 1, rows());
  }

  @Test
  @DisplayName("K4 same key for another account: nothing leaks")
  void k4_same_key_for_another_account_reveals_nothing() {
    var one = BANK.newCardholder();
    var other = BANK.newCardholder();
    var key = Bank.newKey();
    BANK.post("/authorizations", key, one.purchase(500));
    var answer = BANK.post("/authorizations", key, other.purchase(500));

    assertEquals(422, answer.status());
    assertFalse(answer.body().contains(one.account()));
    assertFalse(answer.body().contains(one.card()));
  }

  static Stream<String> unusableKeys() {
    return Stream.of("", "x".repeat(256), "with space", "with\ttab");
  }

  @ParameterizedTest
  @DisplayName("K5 unusable key: 400")
  @MethodSource("unusableKeys")
  void k5_unusable_key_is_refused(String key) {
    var holder = BANK.newCardholder();
    var request =
        BANK.request("/authorizations")
            .POST(HttpRequest.BodyPublishers.ofString(holder.purchase(1)));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }

    assertEquals(400, BANK.send(request).status());
  }

  @Test
  @DisplayName("K6 first attempt died: a repeat finishes the work")
  void k6_request_that_died_with_the_server_can_be_repeated() throws Exception {
    var holder = BANK.newCardholder();
    var key = Bank.newKey();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var dying = threads.submit(() -> BANK.post("/authorizations", key, holder.purchase(700)));
      BANK.stack().killServer();
      BANK.stack().startServer();
      try {
        dying.get();
      } catch (java.util.concurrent.ExecutionException e) {
        assertTrue(e.getCause() instanceof java.io.UncheckedIOException, e.toString());
      }
    }

    assertEquals(201, BANK.post("/authorizations", key, holder.purchase(700)).status());
    assertEquals(700, BANK.get("/accounts/" + holder.account()).number("held_amount"));
  }

  @ParameterizedTest
  @DisplayName("K7 a corrected request executes under its key")
  @ValueSource(strings = {"/authorizations", "/payments"})
  void k7_corrected_request_executes_under_the_same_key(String path) {
    var holder = BANK.newCardholder();
    var good =
        path.equals("/payments")
            ? "{\"account\":\"%s\",\"amount\":1000,\"currency\":\"USD\",\"method\":\"stripe\"}"
                .formatted(holder.account())
            : holder.purchase(1_000);
    var key = Bank.newKey();

    assertEquals(400, BANK.post(path, key, good.replace("USD", "usd")).status());
    assertEquals(201, BANK.post(path, key, good).status());
  }

  @Test
  @DisplayName("K8 the natural key stays unique under a new key")
  void k8_external_id_stays_unique_under_a_new_key() {
    var holder = BANK.newCardholder();
    var named =
        holder
            .purchase(100)
            .replace("\"currency\"", "\"external_id\":\"" + Bank.newKey() + "\",\"currency\"");
    var first = BANK.post("/authorizations", named);
    var second = BANK.post("/authorizations", named);

    assertEquals(201, first.status());
    assertEquals(409, second.status());
    assertTrue(second.text("detail").contains(first.text("id")));
  }

  @ParameterizedTest
  @DisplayName("K9 another spelling is the same request")
  @MethodSource("operations")
  void k9_other_spelling_of_the_same_body_is_the_same_request(Operation operation) {
    var key = Bank.newKey();
    var first = BANK.post(operation.path(), key, operation.body());

    assertReplay(first, BANK.post(operation.path(), key, operation.sameBodyOtherwiseSpelt()));
  }

  @Test
  @DisplayName("K4 same key of another partner: independent of the first")
  void k4_same_key_of_another_partner_is_another_key() {
    var holder = BANK.newCardholder();
    var key = Bank.newKey();
    var first = BANK.post("/authorizations", key, holder.purchase(500));
    var other =
        as(BANK.newPartner("authorizations:write"), key, BANK.newCardholder().purchase(700));

    assertEquals(201, other.status());
    assertFalse(other.isReplay());
    assertFalse(other.body().contains(first.text("id")));
    assertFalse(other.body().contains(holder.account()));
  }

  @Test
  @DisplayName("K10 a right taken away between first call and replay: 403, later 401")
  void k10_revoked_right_opens_no_stored_answer() {
    var holder = BANK.newCardholder();
    var partner = BANK.newPartner("authorizations:write");
    var key = Bank.newKey();
    var first = as(partner, key, holder.purchase(500));
    assertEquals(201, first.status());

    var ofPartner = " where hint = '" + partner.substring(partner.length() - 4) + "'";
    BANK.asOwner("update api_key set scopes = '{accounts:read}'" + ofPartner);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> as(partner, key, holder.purchase(500)).status() == 403);
    assertFalse(as(partner, key, holder.purchase(500)).body().contains(first.text("id")));

    BANK.asOwner("update api_key set revoked_at = now()" + ofPartner);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> as(partner, key, holder.purchase(500)).status() == 401);
  }

  private static Bank.Answer as(String partner, String key, String body) {
    return BANK.send(
        BANK.request("/authorizations", partner)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static void assertReplay(Bank.Answer first, Bank.Answer repeat) {
    assertEquals(first.status(), repeat.status());
    assertEquals(first.body(), repeat.body());
    assertTrue(repeat.isReplay());
  }

  private static long rows() {
    return BANK.number(
        "select (select count(*) from card_authorization) + (select count(*) from payment)");
  }
}
