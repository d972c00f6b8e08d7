package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits that rise by the credit policy's yes and fall with reasons. */
class CreditLimitsIT {

  private final Bank bank = Bank.running();

  @Test
  void a_higher_limit_is_decided_by_the_ability_to_pay() {
    var holder = bank.newCardholder();
    var path = "/accounts/" + holder.account() + "/credit_limit";
    assertEquals("not_possible", bank.post(path, "{\"credit_limit\": 300000}").text("code"));

    var refused = bank.post(path, wish(300_000, 1_200_000, 40_000));
    assertEquals("refused", refused.text("outcome"), refused.body());
    assertTrue(refused.body().contains("excessive_obligations"), refused.body());
    assertEquals(100_000, limit(holder));

    var key = Bank.newKey();
    var raised = bank.post(path, key, wish(300_000, 9_000_000, 150_000));
    assertEquals("changed", raised.text("outcome"), raised.body());
    assertEquals(300_000, limit(holder));
    assertTrue(bank.post(path, key, wish(300_000, 9_000_000, 150_000)).isReplay());
    assertEquals("APPROVED", bank.post("/authorizations", holder.purchase(250_000)).text("reason"));
    assertEquals(List.of(1L, 1L), List.of(audited(holder, "done"), audited(holder, "refused")));
  }

  @Test
  void a_lower_limit_has_reasons_and_the_cardholder_is_told() {
    var holder = bank.newCardholder();
    try (var underwriter = Visitor.at(bank)) {
      underwriter.signIn(bank, "underwriter");
      underwriter.open("/bank/account?id=" + holder.account());
      underwriter.fill("lower:limit", "600");
      underwriter.press("lower:set");
      assertTrue(underwriter.text("main").contains("Give one to four principal reasons"));
      underwriter.page().click("section[aria-labelledby=limits] summary");
      underwriter.page().check("[id='lower:reasons:1']");
      underwriter.press("lower:set");
      assertTrue(underwriter.text("main").contains("The limit is $600.00 now"));
      underwriter.look("account-limit");
      underwriter.isContent();
    }
    assertEquals(60_000, limit(holder));
    assertTrue(
        new Post(bank)
            .await("ada@example.com", "Your credit limit is 600.00 USD now")
            .contains("For 45 days"));
  }

  @Test
  void a_cardholder_asks_for_another_limit() {
    try (var ada = Visitor.at(bank, ColorScheme.DARK, 390)) {
      ada.signIn(bank, "cardholder");
      ada.open("/credit-limit");
      ada.fill("wish:limit", "1");
      ada.press("wish:ask");
      assertTrue(ada.text("main").contains("Another limit, from"), ada.text("main"));
      ada.fill("wish:limit", "14900");
      ada.fill("wish:income", "12000");
      ada.press("wish:ask");
      assertTrue(ada.text("main").contains("We can't raise your limit now"), ada.text("main"));
      ada.look("credit-limit-refused");
      ada.isContent();
    }
  }

  private long limit(Bank.Cardholder holder) {
    return bank.get("/accounts/" + holder.account()).number("credit_limit");
  }

  private long audited(Bank.Cardholder holder, String outcome) {
    return bank.number(
        "select count(*) from audit_record where action = 'account.limit' and outcome = ? and object = ?",
        outcome,
        holder.account());
  }

  private static String wish(long limit, long income, long housing) {
    return """
        {"credit_limit": %d, "means": {"annual_income": %d, "employment": "employed",
          "housing": {"status": "rent", "monthly_payment": %d}}}"""
        .formatted(limit, income, housing);
  }
}
