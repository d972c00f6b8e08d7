package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.florin.kernel.CardId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What people at the bank and cardholders do about cards, besides paying with them. */
class SupportIT {

  private static final Bank BANK = Bank.running();

  @AfterAll
  static void books_agree() {
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private static Bank.Answer withPin(Bank.Cardholder holder, String result) {
    return BANK.post(
        "/authorizations",
        holder
            .purchase(100)
            .replaceFirst("\\{", "{\"checks\":{\"pin\":\"" + result + "\"},")
            .replace("ecommerce", "chip"));
  }

  @Test
  void a_blocked_pin_is_lifted_in_the_console_and_that_is_audited() {
    var holder = BANK.newCardholder();
    for (var i = 0; i < 3; i++) {
      assertEquals("PIN_WRONG", withPin(holder, "wrong").text("reason"));
    }
    assertEquals("PIN_BLOCKED", withPin(holder, "right").text("reason"));

    try (var operations = Visitor.at(BANK)) {
      operations.signIn(BANK, "operations");
      operations.open("/bank/account?id=" + holder.account());
      operations.look("account-pin-blocked");
      operations.press("pins:each:0:lift");
      assertTrue(operations.text("main").contains("The PIN can be tried again."));
      assertFalse(operations.text("main").contains("PIN blocked"));
      operations.isContent();
    }

    assertEquals("APPROVED", withPin(holder, "right").text("reason"));
    assertEquals(
        1,
        BANK.number(
            "select count(*) from audit_record where action = 'card.lift_pin_block' and object = ?",
            holder.card()));
  }

  @Test
  void the_cardholder_hears_of_a_clearing_above_what_was_approved() {
    var holder = BANK.newCardholder();
    var authorized = BANK.post("/authorizations", holder.purchase(1_000));
    var captured =
        BANK.post("/authorizations/" + authorized.text("id") + "/captures", "{\"amount\":4321}");

    assertEquals(201, captured.status(), captured.body());
    assertTrue(
        new Post(BANK)
            .await("ada@example.com", "43.21 USD was booked, more than you approved")
            .contains("at Corner Shop"));
  }

  @Test
  void a_cardholder_limits_one_card() {
    try (var ada = Visitor.at(BANK)) {
      ada.signIn(BANK, "cardholder");
      ada.open("/cards");
      var page = ada.page();
      page.waitForNavigation(() -> page.getByText("Limits of this card").first().click());
      var card = page.url().replaceFirst(".*card=", "");
      ada.fill("limits:day", "55.00");
      ada.press("limits:save");
      ada.look("limits-card");
      assertTrue(ada.text("main").contains("Limits of the card ending in"));
      ada.isContent();
      assertEquals(
          1,
          BANK.number(
              "select count(*) from card_control where card_id = ? and limits::text like '%5500%'",
              CardId.parse(card).value()));
    }
  }
}
