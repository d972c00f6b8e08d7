package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Disputes through the API and on the pages, from the transaction to the letter. */
class DisputesIT {

  private static final byte[] PDF = "%PDF-1.7 a receipt".getBytes(StandardCharsets.US_ASCII);

  private final Bank bank = Bank.running();

  @AfterEach
  void books_agree() {
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  @Test
  void partner_disputes_part_of_a_purchase_and_sees_it_through() {
    var holder = bank.newCardholder();
    var transaction = booked(holder, 10_000);
    var key = Bank.newKey();
    var body =
        """
        {"transaction":"%s","reason":"not_received","amount":6000,"explanation":"The parcel never came."}"""
            .formatted(transaction);

    var opened = bank.post("/disputes", key, body);
    assertEquals(201, opened.status(), opened.body());
    assertTrue(bank.post("/disputes", key, body).isReplay());
    var tooMuch = bank.post("/disputes", body);
    assertEquals(400, tooMuch.status());
    assertTrue(tooMuch.body().contains("4000 minor units"), tooMuch.body());
    var id = opened.text("id");
    assertEquals(201, evidence(id, PDF).status());
    assertEquals(400, evidence(id, "a receipt".getBytes(StandardCharsets.US_ASCII)).status());

    step(id, "{\"step\":\"acknowledge\"}");
    assertTrue(letter(id, "acknowledgement").startsWith("%PDF-"));
    assertEquals(letter(id, "acknowledgement"), letter(id, "acknowledgement"));
    step(id, "{\"step\":\"credit\"}");
    assertEquals(4_000, bank.get("/accounts/" + holder.account()).number("posted_balance"));
    assertEquals(
        409,
        bank.post("/simulate/disputes/" + id + "/steps", "{\"step\":\"investigate\"}").status());
    step(id, "{\"step\":\"correct_in_part\",\"credited_amount\":5000,\"recovered_amount\":3000}");

    var ended = bank.get("/disputes/" + id).json();
    assertEquals("corrected_in_part", ended.get("status").getAsString());
    assertEquals(5_000, bank.get("/accounts/" + holder.account()).number("posted_balance"));
    var liability = ended.getAsJsonObject("liability");
    assertEquals(
        "{\"original\":6000,\"recovered\":3000,\"written_off\":2000,\"remaining\":1000}",
        liability.toString());
    assertEquals(4, ended.getAsJsonArray("history").size());
    assertEquals(1, ended.getAsJsonArray("evidence").size());
    assertTrue(letter(id, "outcome").startsWith("%PDF-"));
    assertEquals(0, suspense(id));
    assertEquals(
        id,
        ((JsonObject)
                bank.get("/disputes?account=" + holder.account())
                    .json()
                    .getAsJsonArray("data")
                    .get(0))
            .get("id")
            .getAsString());
    assertEquals(409, bank.post("/disputes/" + id + "/withdraw", "{}").status());
  }

  @Test
  void dispute_of_another_partner_is_not_found() {
    var transaction = booked(bank.newCardholder(), 2_000);
    var opened =
        bank.post(
            "/disputes",
            "{\"transaction\":\""
                + transaction
                + "\",\"reason\":\"unauthorized\",\"explanation\":\"Not me.\"}");
    assertEquals(2_000, opened.number("amount"));
    var stranger = bank.newPartner("disputes:read,disputes:write");

    assertEquals(
        404, bank.send(bank.request("/disputes/" + opened.text("id"), stranger).GET()).status());
    assertEquals(
        404,
        bank.send(
                bank.request("/disputes/" + opened.text("id") + "/withdraw", stranger)
                    .header("Idempotency-Key", Bank.newKey())
                    .POST(HttpRequest.BodyPublishers.ofString("{}")))
            .status());
    assertEquals(
        "withdrawn",
        bank.post("/disputes/" + opened.text("id") + "/withdraw", "{}").text("status"));
  }

  @Test
  void cardholder_disputes_on_the_page_and_the_back_office_decides() {
    try (var ada = Visitor.at(bank);
        var phone = Visitor.at(bank, ColorScheme.DARK, 390);
        var operations = Visitor.at(bank)) {
      ada.signIn(bank, "cardholder");
      ada.open("/activity");
      ada.look("activity-disputable");
      var link = ada.page().locator("a:has-text('Dispute')").nth(1);
      ada.page().waitForNavigation(link::click);
      ada.look("dispute-new");
      ada.press("dispute:send");
      assertTrue(ada.text("main").contains("Tell us what happened."));
      ada.fill("dispute:explanation", "I was at home.");
      ada.press("dispute:send");
      assertTrue(ada.text("main").contains("Received"), ada.text("main"));
      var address = ada.page().url();
      var id = address.substring(address.indexOf("dsp_"));
      ada.page()
          .setInputFiles("[id='add:file']", new FilePayload("receipt.pdf", "application/pdf", PDF));
      ada.press("add:send");
      assertTrue(ada.text("main").contains("receipt.pdf"), ada.text("main"));
      ada.look("dispute");

      phone.signIn(bank, "cardholder");
      phone.open("/dispute?id=" + id);
      phone.look("dispute");
      phone.open("/disputes");
      phone.look("disputes");
      phone.open("/new-dispute?id=" + id);
      assertTrue(phone.text("main").contains("There is no such transaction."));

      decide(operations, id);

      ada.open("/dispute?id=" + id);
      assertTrue(ada.text("main").contains("Resolved for merchant"), ada.text("main"));
      ada.look("dispute-resolved");
      ada.isContent();
      phone.isContent();
      operations.isContent();
    }
  }

  private static void decide(Visitor operations, String id) {
    operations.signIn(Bank.running(), "operations");
    operations.open("/bank/disputes");
    operations.look("dispute-board");
    operations.open("/bank/dispute?id=" + id);
    operations.press("work:acknowledge");
    operations.press("work:investigate");
    operations.look("dispute-work");
    operations.press("work:merchant");
    assertTrue(operations.text("main").contains("Say what you found."));
    operations.fill("work:note", "Chip and PIN.");
    operations.press("work:merchant");
    assertTrue(operations.text("main").contains("Chip and PIN."), operations.text("main"));
    operations.look("dispute-decided");
  }

  private String booked(Bank.Cardholder holder, long amount) {
    var approved = bank.post("/authorizations", holder.purchase(amount));
    assertEquals(201, approved.status(), approved.body());
    bank.post("/authorizations/" + approved.text("id") + "/captures", "{}");
    return bank.get("/accounts/" + holder.account() + "/transactions")
        .json()
        .getAsJsonArray("data")
        .get(0)
        .getAsJsonObject()
        .get("id")
        .getAsString();
  }

  private void step(String dispute, String body) {
    var taken = bank.post("/simulate/disputes/" + dispute + "/steps", body);
    assertEquals(200, taken.status(), taken.body());
  }

  private Bank.Answer evidence(String dispute, byte[] content) {
    return bank.send(
        bank.request("/disputes/" + dispute + "/evidence?name=receipt.pdf")
            .setHeader("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
  }

  private String letter(String dispute, String kind) {
    return bank.send(bank.request("/disputes/" + dispute + "/letters/" + kind).GET()).body();
  }

  private long suspense(String dispute) {
    return bank.number(
        """
        select coalesce(sum(l.amount_minor), 0) from journal_line l join journal_entry e on e.id = l.entry_id
        where l.gl_account = 'dispute_suspense' and e.natural_key like 'dispute:' || ? || ':%'""",
        dispute);
  }
}
