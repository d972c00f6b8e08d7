package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What survives a kill -9 of a part of the bank. */
class RecoveryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bank bank = Bank.running();

  @AfterEach
  void books_agree() {
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private long available(Bank.Cardholder holder) {
    return bank.get("/accounts/" + holder.account()).number("available_credit");
  }

  private String payment(Bank.Cardholder holder, String rail, String source) {
    return """
        {"account": "%s", "amount": 1500, "currency": "USD", "method": "%s", "payment_method": "%s"}
        """
        .formatted(holder.account(), rail, source);
  }

  @Test
  @DisplayName("P1 killed server keeps its answers and finishes payments once")
  void killed_server_keeps_its_answers_and_finishes_payments_once() throws IOException {
    var holder = bank.newCardholder();
    long before = available(holder);
    var authorizationKey = Bank.newKey();
    var purchase = holder.purchase(2_000);
    var authorization = bank.post("/authorizations", authorizationKey, purchase);
    var paymentKey = Bank.newKey();
    var order = payment(holder, "stripe", "pm_card_visa");
    var card = bank.post("/payments", paymentKey, order);
    var transfer = bank.post("/payments", payment(holder, "mainframe", "021000021/12345678"));

    bank.stack().killServer();
    bank.stack().startServer();

    var authorizationAgain = bank.post("/authorizations", authorizationKey, purchase);
    assertEquals(authorization.body(), authorizationAgain.body());
    assertTrue(authorizationAgain.isReplay());
    assertEquals(
        422, bank.post("/authorizations", authorizationKey, holder.purchase(2_001)).status());
    var paymentAgain = bank.post("/payments", paymentKey, order);
    assertEquals(card.body(), paymentAgain.body());
    for (var answer : new Bank.Answer[] {card, transfer}) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertEquals(
                      "succeeded", bank.get("/payments/" + answer.text("id")).text("status")));
    }
    assertEquals(before - 2_000 + 3_000, available(holder));
  }

  @Test
  @DisplayName("D1 killed database is used again without a restart of the server")
  void killed_database_is_used_again_without_a_restart_of_the_server() throws IOException {
    var holder = bank.newCardholder();
    long before = available(holder);
    assertEquals(201, bank.post("/authorizations", holder.purchase(1_000)).status());

    bank.stack().killDatabase();
    var key = Bank.newKey();
    var purchase = holder.purchase(700);
    assertTrue(bank.post("/authorizations", key, purchase).status() >= 500);
    bank.stack().startDatabase();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertEquals(201, bank.post("/authorizations", key, purchase).status()));
    assertEquals(before - 1_700, available(holder));
  }
}
