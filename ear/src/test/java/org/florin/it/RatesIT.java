package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Rates for a while, on the console's page and through the API. */
class RatesIT {

  private final Bank bank = Bank.running();
  private final Bank.Cardholder holder = bank.newCardholder();
  private final String account = "/accounts/" + holder.account();

  @Test
  void operations_offers_a_promotion_and_notes_a_cap() {
    try (var operations = Visitor.at(bank);
        var phone = Visitor.at(bank, ColorScheme.DARK, 390)) {
      operations.signIn(bank, "operations");
      operations.open("/bank/account?id=" + holder.account());
      operations.page().waitForNavigation(() -> operations.page().click("text=Rates"));
      operations.fill("offer:code", "SPRING");
      operations.fill("offer:rate", "3.99");
      operations.press("offer:go");
      assertTrue(operations.text("main").contains("The promotion is offered."));
      operations.press("cap:note");
      assertTrue(operations.text("main").contains("The cap is noted."));
      operations.look("rates");
      operations.isContent();

      phone.signIn(bank, "auditor");
      phone.open("/bank/rates?id=" + holder.account());
      phone.look("rates");
      assertEquals(0, phone.page().locator("[id='offer:go']").count());
      phone.isContent();
    }

    var promotion = bank.get(account + "/promotions").json().getAsJsonArray("data").get(0);
    assertEquals("3.9900", promotion.getAsJsonObject().get("rate").getAsString());
    var cap = bank.get(account + "/rate_caps").json().getAsJsonArray("data").get(0);
    assertEquals("scra", cap.getAsJsonObject().get("reason").getAsString());
  }

  @Test
  void a_promotion_of_less_than_six_months_is_refused_with_its_reason() {
    var today = bank.businessDate();

    var refused =
        bank.post(
            account + "/promotions",
            """
            {"code":"SHORT","balance_type":"purchase","rate":0,"offered_from":"%s","offered_until":"%s","ends_on":"%s"}
            """
                .formatted(today, today.plusDays(9), today.plusMonths(5)));

    assertEquals(400, refused.status(), refused.body());
    assertTrue(refused.body().contains("1026.55"), refused.body());
    assertTrue(bank.get(account + "/promotions").json().getAsJsonArray("data").isEmpty());
  }
}
