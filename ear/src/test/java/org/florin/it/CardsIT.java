package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** What becomes of a card that is replaced. */
class CardsIT {

  private static final String CONTROLS =
      """
      {"transaction_limit":5000,"blocked_mccs":["7995"],"blocked_countries":[],"blocked_entry_modes":[]}""";

  private final Bank bank = Bank.running();

  @Test
  void lost_number_is_dead_at_once_and_the_new_card_has_the_controls_of_the_old() {
    var holder = bank.newCardholder();
    bank.put("/cards/" + holder.card() + "/controls", CONTROLS);
    var printed = Wallet.card(bank, holder);

    var fresh = replace(holder.card(), "lost");

    assertEquals(200, fresh.status());
    assertEquals("active", fresh.text("status"));
    assertEquals(holder.card(), fresh.text("replaces"));
    assertEquals(
        5_000, fresh.json().getAsJsonObject("controls").get("transaction_limit").getAsLong());
    var old = bank.get("/cards/" + holder.card());
    assertEquals("closed", old.text("status"));
    assertEquals("lost", old.text("closed_reason"));
    var next = new Bank.Cardholder(holder.account(), fresh.text("id"));
    assertNotEquals(printed.number(), Wallet.card(bank, next).number());
    assertEquals("CARD_LOST", bank.post("/authorizations", holder.purchase(1_000)).text("reason"));
    assertEquals("APPROVED", bank.post("/authorizations", next.purchase(1_000)).text("reason"));
    assertEquals("LIMIT_AMOUNT", bank.post("/authorizations", next.purchase(5_001)).text("reason"));
    assertEquals(fresh.text("id"), replace(holder.card(), "stolen").text("id"));
  }

  @Test
  void card_closed_as_stolen_can_still_be_replaced_and_one_closed_by_its_holder_can_not() {
    var robbed = bank.newCardholder();
    bank.post("/cards/" + robbed.card() + "/close", "{\"reason\":\"stolen\"}");
    var left = bank.newCardholder();
    bank.post("/cards/" + left.card() + "/close", "{\"reason\":\"customer\"}");

    assertEquals(200, replace(robbed.card(), "stolen").status());
    assertEquals(409, replace(left.card(), "lost").status());
    assertEquals(409, replace(left.card(), "renewal").status());
  }

  @Test
  void renewed_card_keeps_its_number() {
    var holder = bank.newCardholder();
    var printed = Wallet.card(bank, holder);

    var renewed = replace(holder.card(), "renewal");

    assertEquals(holder.card(), renewed.text("id"));
    assertEquals(2, renewed.number("sequence_number"));
    assertEquals(printed.number(), Wallet.card(bank, holder).number());
    assertEquals("APPROVED", bank.post("/authorizations", holder.purchase(1_000)).text("reason"));
  }

  @Test
  void reason_must_be_known() {
    var holder = bank.newCardholder();

    assertEquals(400, replace(holder.card(), "bored").status());
    assertEquals("active", bank.get("/cards/" + holder.card()).text("status"));
  }

  private Bank.Answer replace(String card, String reason) {
    return bank.post("/cards/" + card + "/replace", "{\"reason\":\"" + reason + "\"}");
  }
}
