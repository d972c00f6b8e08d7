package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments over both rails, with their counterparts misbehaving. */
class PaymentsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bank bank = Bank.running();

  @AfterEach
  void books_agree() {
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private String pay(Bank.Cardholder holder, String rail, String source) {
    var answer =
        bank.post(
            "/payments",
            """
            {"account": "%s", "amount": 1500, "currency": "USD", "method": "%s", "payment_method": "%s"}
            """
                .formatted(holder.account(), rail, source));
    assertEquals(201, answer.status(), answer.body());
    return answer.text("id");
  }

  private void becomes(String payment, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertEquals(status, bank.get("/payments/" + payment).text("status")));
  }

  private long available(Bank.Cardholder holder) {
    return bank.get("/accounts/" + holder.account()).number("available_credit");
  }

  private void arm(String fault) {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(bank.stack().stripeSandboxUrl() + "/_sandbox/faults"))
              .POST(HttpRequest.BodyPublishers.ofString("kind=" + fault + "&times=1"))
              .build();
      assertEquals(200, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stripe, pm_card_visa, succeeded",
    "stripe, pm_usBankAccount_success, succeeded",
    "stripe, pm_card_chargeDeclinedInsufficientFunds, failed",
    "mainframe, 021000021/12345678, succeeded",
    "mainframe, 021000021/00000001, failed",
    "mainframe, 021000021/00000102, succeeded"
  })
  void payment_ends_as_its_source_decides_and_is_booked_once(
      String rail, String source, String status) {
    var holder = bank.newCardholder();
    long before = available(holder);
    var payment = pay(holder, rail, source);

    becomes(payment, status);
    assertEquals(status.equals("succeeded") ? before + 1_500 : before, available(holder));
  }

  @ParameterizedTest
  @CsvSource({"00000104, 0", "00000105, 1"})
  void payment_that_comes_back_is_owed_again_and_told(String source, int feeFree) {
    var holder = bank.newCardholder();
    long before = available(holder);
    var payment = pay(holder, "mainframe", "021000021/" + source);

    becomes(payment, "returned");
    assertEquals(before, available(holder));
    assertEquals(
        feeFree,
        bank.number(
            "select count(*) from journal_entry where natural_key = 'payment_return:' || ? and 'no_fee' = any(flags)",
            payment));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertEquals(
                    1,
                    bank.number(
                        "select count(*) from notification where template = 'payment_returned' and facts like ?",
                        "%" + payment + "%")));
  }

  @Test
  void overpaid_account_is_paid_back_on_request_and_sent_by_the_back_office() {
    var holder = bank.newCardholder();
    becomes(pay(holder, "stripe", "pm_card_visa"), "succeeded");
    var path = "/accounts/" + holder.account() + "/credit_refunds";

    var ordered = bank.post(path, "{}");
    assertEquals(201, ordered.status(), ordered.body());
    assertEquals(1_500, ordered.number("amount"));
    assertEquals(422, bank.post(path, "{}").status());
    assertEquals(0, bank.get("/accounts/" + holder.account()).number("posted_balance"));
    try (var operations = Visitor.at(bank)) {
      operations.signIn(bank, "operations");
      operations.open("/bank/refunds");
      operations.look("refunds");
      operations.fill("refunds:reference", "check 1001");
      var row =
          operations
              .page()
              .locator(
                  "li",
                  new com.microsoft.playwright.Page.LocatorOptions().setHasText(holder.account()));
      operations.page().waitForNavigation(() -> row.locator("button").click());
      assertTrue(operations.text("main").contains("Noted."), operations.text("main"));
      operations.isContent();
    }
    assertTrue(bank.get(path).body().contains("\"status\":\"sent\""), bank.get(path).body());
  }

  @Test
  void lost_reply_of_the_mainframe_is_found_by_inquiry() {
    var holder = bank.newCardholder();
    long before = available(holder);
    becomes(pay(holder, "mainframe", "021000021/00000100"), "succeeded");
    assertEquals(before + 1_500, available(holder));
  }

  @ParameterizedTest
  @CsvSource({"no_webhooks", "duplicate_webhooks", "reverse_webhooks", "error_500"})
  void stripe_misbehaving_moves_the_money_once(String fault) {
    var holder = bank.newCardholder();
    long before = available(holder);
    arm(fault);
    becomes(pay(holder, "stripe", "pm_card_visa"), "succeeded");
    assertEquals(before + 1_500, available(holder));
  }

  @Test
  void webhook_without_the_right_signature_is_refused() {
    var forged =
        bank.send(
            HttpRequest.newBuilder(URI.create(bank.stack().apiUrl() + "/stripe/webhook"))
                .header("Stripe-Signature", "t=1,v1=00")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"evt_1\"}")));
    assertEquals(400, forged.status());
  }
}
