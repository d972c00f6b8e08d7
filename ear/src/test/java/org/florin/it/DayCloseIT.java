package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Days of the running bank are closed until a statement comes. */
class DayCloseIT {

  private static final Bank BANK = Bank.running();

  @Test
  void days_close_in_order_until_the_statement_that_everything_agrees_with() throws Exception {
    Bank.Cardholder holder = BANK.newCardholder(500_000);
    Bank.Answer approved = BANK.post("/authorizations", holder.purchase(120_000));
    BANK.post("/authorizations/" + approved.text("id") + "/captures", "{}");
    assertEquals(
        "statement_balance",
        BANK.put("/accounts/" + holder.account() + "/autopay", "{\"choice\":\"statement_balance\"}")
            .text("choice"));
    LocalDate today = BANK.businessDate();
    int cycleDay = (int) BANK.get("/accounts/" + holder.account()).number("cycle_day");
    LocalDate closing = today.withDayOfMonth(cycleDay);
    if (closing.isBefore(today)) {
      closing = closing.plusMonths(1);
    }

    BANK.closeUntil(closing.plusDays(1));

    JsonObject account = BANK.get("/accounts/" + holder.account()).json();
    assertEquals(120_000, account.get("statement_balance").getAsLong());
    assertEquals(2_500, account.get("minimum_payment").getAsLong());
    assertEquals(0, account.get("days_past_due").getAsInt());
    assertEquals("statement_balance", account.get("autopay").getAsString());
    JsonObject first =
        BANK.get("/accounts/" + holder.account() + "/statements")
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    String id = first.get("id").getAsString();
    JsonObject document = BANK.get("/statements/" + id).json();
    assertEquals(closing.toString(), document.get("closed_on").getAsString());
    assertEquals(120_000, document.get("new_balance").getAsLong());
    assertEquals(
        account.get("payment_due_on").getAsString(), document.get("payment_due_on").getAsString());
    assertTrue(shown(id, "text/html").body().contains("$1,200.00"));
    HttpResponse<String> pdf = shown(id, "application/pdf");
    assertTrue(pdf.body().startsWith("%PDF-"), pdf.statusCode() + pdf.body());
    assertEquals(pdf.body(), shown(id, "application/pdf").body());

    JsonObject day =
        BANK.get("/accounts/" + holder.account() + "/daily_snapshots?limit=1")
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertEquals(closing.toString(), day.get("on").getAsString());
    assertEquals(120_000, day.get("closing_balance").getAsLong());
    assertEquals(
        0,
        BANK.number(
            """
            select count(*) from credit_account a where posted_balance_minor <> (
              select closing_minor from account_day where account_id = a.id order by day desc, version desc limit 1)
              and not exists (select 1 from journal_entry e where e.account_id = a.id and e.sequence > (
                select cut_off from day_close order by business_date desc limit 1))"""));
    assertEquals(0, BANK.number("select count(*) from day_close_exception"));
    assertEquals(
        1,
        BANK.number(
            "select count(*) from statistic_period where period = 'daily' and status = 'closed' and starts_on = ?",
            closing));
    assertAutopayPays(LocalDate.parse(account.get("payment_due_on").getAsString()));
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  /** Three days before the due date the payment is ordered, and the sandbox's Stripe takes it. */
  private static void assertAutopayPays(LocalDate dueOn) {
    BANK.closeUntil(dueOn.minusDays(2));

    Awaitility.await("automatic payment")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                BANK.number(
                        """
                        select count(*) from autopay_order o join payment p on p.id = o.payment_id
                        where p.amount_minor = 120000 and p.status = 'succeeded'""")
                    == 1);
  }

  @Test
  void preview_shows_what_a_payment_would_pay() {
    Bank.Cardholder holder = BANK.newCardholder(500_000);
    Bank.Answer approved = BANK.post("/authorizations", holder.purchase(10_000));
    BANK.post("/authorizations/" + approved.text("id") + "/captures", "{}");

    JsonObject preview =
        BANK.post(
                "/payments/preview", "{\"account\":\"" + holder.account() + "\",\"amount\":12000}")
            .json();

    JsonObject part = preview.getAsJsonArray("allocation").get(0).getAsJsonObject();
    assertEquals("purchase", part.get("balance_type").getAsString());
    assertEquals(0, part.get("after").getAsLong());
    assertEquals(2_000, preview.get("credit_balance").getAsLong());
  }

  @Test
  void date_that_is_over_is_refused() {
    String today = BANK.get("/simulate/clock").text("business_date");

    assertEquals(422, BANK.post("/simulate/clock", "{\"until\":\"" + today + "\"}").status());
    assertEquals(400, BANK.post("/simulate/clock", "{\"until\":\"tomorrow\"}").status());
  }

  private static HttpResponse<String> shown(String statement, String mediaType) {
    return BANK.send(BANK.request("/statements/" + statement).header("Accept", mediaType).GET())
        .response();
  }
}
