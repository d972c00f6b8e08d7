package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows a decision, through the API of the whole bank. */
class PresentmentsIT {

  private final Bank bank = Bank.running();
  private final Bank.Cardholder holder = bank.newCardholder();

  @AfterEach
  void books_agree() {
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  @Test
  void clearing_finds_its_authorization_by_the_networks_id() {
    var network = network();
    var authorized = bank.post("/authorizations", purchase(4_500, network));
    var posted = bank.post("/clearings", clearing(5_500, network));

    assertEquals(201, posted.status(), posted.body());
    assertEquals(authorized.text("id"), posted.text("authorization"));
    assertEquals("[\"over_capture\"]", posted.json().get("flags").toString());
    var now = bank.get("/authorizations/" + authorized.text("id"));
    assertEquals("cleared", now.text("status"));
    assertEquals(94_500, now.number("available_credit"));
  }

  @Test
  void clearing_finds_its_authorization_by_code_and_merchant() {
    var authorized = bank.post("/authorizations", holder.purchase(4_500));
    var code = "\"authorization_code\":\"" + authorized.text("authorization_code") + "\",";
    var posted =
        bank.post(
            "/clearings", holder.purchase(4_400).replace("\"entry_mode\":\"ecommerce\",", code));

    assertEquals(authorized.text("id"), posted.text("authorization"));
    assertEquals(95_600, available());
  }

  @Test
  @DisplayName("N6 repeated presentment")
  void presentment_repeated_under_another_key_is_refused() {
    var network = network();
    var first = bank.post("/clearings", clearing(5_500, network));
    var again = bank.post("/clearings", clearing(5_500, network));

    assertEquals(201, first.status());
    assertEquals("[\"unmatched_force_post\"]", first.json().get("flags").toString());
    assertEquals(409, again.status());
    assertEquals("duplicate_presentment", again.text("code"));
    assertEquals(94_500, available());
    assertEquals(
        1,
        bank.number(
            """
            select count(*) from unmatched_clearing join journal_entry on id = transaction_id
            where natural_key like ?""",
            "clearing:network:visa:" + network + "%"));
  }

  @Test
  void refund_credits_the_account_and_its_authorization() {
    var id = bank.post("/authorizations", holder.purchase(3_000)).text("id");
    bank.post("/authorizations/" + id + "/captures", "{}");
    var refund =
        bank.post(
            "/refunds",
            holder
                .purchase(1_000)
                .replace(
                    "\"kind\":\"purchase\",\"entry_mode\":\"ecommerce\",",
                    "\"type\":\"refund\",\"authorization\":\"" + id + "\","));

    assertEquals(201, refund.status(), refund.body());
    assertEquals(-1_000, refund.number("amount"));
    assertEquals(1_000, bank.get("/authorizations/" + id).number("refunded_amount"));
    assertEquals(98_000, available());
  }

  @Test
  void announced_refund_gives_no_credit_until_it_clears() {
    var announced =
        bank.post(
            "/refunds",
            holder.purchase(1_000).replace("\"kind\":\"purchase\"", "\"type\":\"authorization\""));
    assertEquals(201, announced.status(), announced.body());
    assertEquals("refund", announced.text("kind"));
    assertEquals(100_000, available());

    bank.post("/authorizations/" + announced.text("id") + "/captures", "{}");
    assertEquals(101_000, available());
  }

  @Test
  void increment_is_decided_anew_and_a_decline_leaves_the_original() {
    var id = bank.post("/authorizations", holder.purchase(60_000)).text("id");
    var raised = bank.post("/authorizations/" + id + "/increments", "{\"amount\":30000}");
    assertEquals(201, raised.status(), raised.body());
    assertEquals(90_000, raised.number("held_amount"));

    var declined = bank.post("/authorizations/" + id + "/increments", "{\"amount\":10001}");
    assertEquals(201, declined.status());
    assertEquals(90_000, declined.number("held_amount"));
    var last = declined.json().getAsJsonArray("elements").get(2).getAsJsonObject();
    assertEquals("[\"NO_FUNDS\"]", last.get("reasons").toString());

    bank.post("/authorizations/" + id + "/expire", "");
    var expired = bank.post("/authorizations/" + id + "/increments", "{\"amount\":1}");
    assertEquals(
        "[\"AUTH_EXPIRED\"]",
        expired
            .json()
            .getAsJsonArray("elements")
            .get(4)
            .getAsJsonObject()
            .get("reasons")
            .toString());
    assertEquals(100_000, available());
  }

  @Test
  void fuel_is_held_until_the_pump_tells_the_amount() {
    var id =
        bank.post(
                "/authorizations",
                holder
                    .purchase(100)
                    .replace("5411", "5542")
                    .replace("\"purchase\"", "\"preauthorization\""))
            .text("id");
    assertEquals(92_500, available());
    bank.post("/authorizations/" + id + "/completions", "{\"amount\":3000}");
    assertEquals(97_000, available());
    bank.post("/authorizations/" + id + "/captures", "{}");
    assertEquals(97_000, available());
  }

  @Test
  void nothing_left_to_capture_is_said() {
    var id = bank.post("/authorizations", holder.purchase(100)).text("id");
    bank.post("/authorizations/" + id + "/captures", "{}");

    assertEquals(
        "nothing_to_capture", bank.post("/authorizations/" + id + "/captures", "{}").text("code"));
  }

  @Test
  void presentment_nobody_can_book_is_refused() {
    var unknown = holder.purchase(1).replace(holder.card(), "card_00000000000000000000000000");
    assertEquals("unknown_card", bank.post("/clearings", forClearing(unknown)).text("code"));
    var named =
        forClearing(holder.purchase(1))
            .replaceFirst("\\{", "{\"authorization\":\"auth_00000000000000000000000000\",");
    assertEquals("unknown_authorization", bank.post("/clearings", named).text("code"));
    var euros = forClearing(holder.purchase(1)).replace("USD", "EUR");
    assertEquals("currency_not_supported", bank.post("/clearings", euros).text("code"));
    assertEquals(100_000, available());
  }

  private String purchase(long amount, String network) {
    return holder.purchase(amount).replaceFirst("\\{", "{\"network\":" + marks(network) + ",");
  }

  private String clearing(long amount, String network) {
    return forClearing(purchase(amount, network));
  }

  private static String forClearing(String purchase) {
    return purchase.replace("\"entry_mode\":\"ecommerce\",", "");
  }

  private static String network() {
    return UUID.randomUUID().toString();
  }

  private static String marks(String network) {
    return "{\"name\":\"visa\",\"transaction_id\":\"" + network + "\"}";
  }

  private long available() {
    return bank.get("/accounts/" + holder.account()).number("available_credit");
  }
}
