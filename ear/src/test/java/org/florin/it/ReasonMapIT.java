package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reason that JSON can reach, through the API of the whole bank. */
class ReasonMapIT {

  private final Bank bank = Bank.running();
  private final Bank.Cardholder holder = bank.newCardholder();

  @AfterEach
  void books_agree() {
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  @ParameterizedTest
  @CsvSource({
    "cryptogram, wrong, CRYPTOGRAM_BAD, 63, 4",
    "pin, wrong, PIN_WRONG, 55, 3",
    "pin, blocked, PIN_BLOCKED, 75, 3",
    "challenge, required, SCA_REQUIRED, 1A, 3",
    "challenge, failed, CHALLENGE_FAILED, 59, 4"
  })
  void checks_that_failed(
      String check, String result, String reason, String responseCode, int visaCategory) {
    var declined = with("\"checks\":{\"" + check + "\":\"" + result + "\"}", 100);

    assertEquals(List.of(reason), reasons(declined));
    assertEquals(responseCode, declined.text("response_code"));
    assertEquals(
        visaCategory, declined.json().getAsJsonObject("retry").get("visa_category").getAsInt());
  }

  @Test
  void address_only_informs() {
    assertEquals("APPROVED", with("\"checks\":{\"address\":\"differs\"}", 100).text("reason"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'status':'suspended'}; ACCOUNT_BLOCKED; 62",
        "{'status':'closed'}; ACCOUNT_CLOSED; 46",
        "{'status':'charged_off'}; ACCOUNT_CLOSED; 57",
        "{'flags':['deceased']}; ACCOUNT_CLOSED; 57",
        "{'flags':['bankrupt']}; ACCOUNT_CLOSED; 57",
        "{'days_past_due':31}; ACCOUNT_DELINQUENT; 05",
        "{'flags':['under_review']}; ACCOUNT_UNDER_REVIEW; 57",
        "{'flags':['fraud_watch']}; SUSPECTED_FRAUD; 59",
        "{'flags':['aml_hold']}; AML; 64"
      })
  void standing_of_the_account(String standing, String reason, String responseCode) {
    var set = bank.put("/accounts/" + holder.account() + "/standing", standing.replace('\'', '"'));
    assertEquals(200, set.status(), set.body());

    var declined = bank.post("/authorizations", holder.purchase(100));
    assertEquals(List.of(reason), reasons(declined));
    assertEquals(responseCode, declined.text("response_code"));
  }

  @ParameterizedTest
  @CsvSource({
    "pause, CARD_PAUSED, 62, ''",
    "close, CARD_LOST, 41, lost",
    "close, CARD_STOLEN, 43, stolen",
    "close, CARD_CLOSED, 46, customer"
  })
  void state_of_the_card(String verb, String reason, String responseCode, String closing) {
    bank.post(
        "/cards/" + holder.card() + "/" + verb,
        closing.isEmpty() ? "{}" : "{\"reason\":\"" + closing + "\"}");

    var declined = bank.post("/authorizations", holder.purchase(100));
    assertEquals(List.of(reason), reasons(declined));
    assertEquals(responseCode, declined.text("response_code"));
  }

  @Test
  void limits_of_card_and_account_count_and_a_reversal_gives_back() {
    var limits = "{\"limits\":[{\"window\":\"day\",\"time_zone\":\"America/Chicago\",%s}]}";
    bank.put(
        "/cards/" + holder.card() + "/controls", limits.formatted("\"amount\":5000,\"count\":3"));
    bank.put(
        "/accounts/" + holder.account() + "/controls",
        "{\"limits\":[{\"window\":\"rolling\",\"hours\":1,\"amount\":6000}]}");

    var first = bank.post("/authorizations", holder.purchase(3_000));
    assertEquals("APPROVED", first.text("reason"));
    assertEquals(
        List.of("LIMIT_AMOUNT"), reasons(bank.post("/authorizations", holder.purchase(2_001))));
    assertEquals(2_000, remaining("/cards/" + holder.card(), "remaining_amount"));
    assertEquals(
        3_000, remaining("/accounts/" + holder.account() + "/controls", "remaining_amount"));

    bank.post("/authorizations/" + first.text("id") + "/reversals", "{\"amount\":1000}");
    assertEquals(3_000, remaining("/cards/" + holder.card(), "remaining_amount"));
    assertEquals("APPROVED", bank.post("/authorizations", holder.purchase(2_001)).text("reason"));
    assertEquals("APPROVED", bank.post("/authorizations", holder.purchase(1)).text("reason"));
    assertEquals(List.of("LIMIT_COUNT"), reasons(bank.post("/authorizations", holder.purchase(1))));
  }

  @Test
  void account_limit_spans_its_increments() {
    bank.put(
        "/accounts/" + holder.account() + "/controls",
        "{\"limits\":[{\"window\":\"month\",\"amount\":1000,\"count\":1}]}");
    var id = bank.post("/authorizations", holder.purchase(600)).text("id");
    bank.post("/authorizations/" + id + "/increments", "{\"amount\":400}");
    var over = bank.post("/authorizations/" + id + "/increments", "{\"amount\":1}");

    assertEquals(1_000, over.number("held_amount"));
    assertEquals(
        "[\"LIMIT_AMOUNT\"]",
        over.json().getAsJsonArray("elements").get(2).getAsJsonObject().get("reasons").toString());
  }

  @Test
  void stopped_merchant_gets_no_recurring_payment() {
    bank.put("/cards/" + holder.card() + "/controls", "{\"stopped_merchants\":[\"M1\"]}");

    var declined =
        bank.post("/authorizations", holder.purchase(100).replace("ecommerce", "recurring"));
    assertEquals(List.of("RECURRING_STOPPED"), reasons(declined));
    assertEquals("R1", declined.text("response_code"));
    assertEquals("APPROVED", bank.post("/authorizations", holder.purchase(100)).text("reason"));
  }

  @Test
  void more_than_may_be_reserved_at_once() {
    var rich = bank.newCardholder(1_400_000);
    var declined =
        bank.post(
            "/authorizations",
            rich.purchase(1_000_001).replace("\"purchase\"", "\"preauthorization\""));

    assertEquals(List.of("OVER_PREAUTH"), reasons(declined));
  }

  @Test
  void cash_beyond_its_sub_limit() {
    var declined =
        bank.post(
            "/authorizations", holder.purchase(20_001).replace("\"purchase\"", "\"cash_advance\""));

    assertEquals(List.of("CASH_SUBLIMIT"), reasons(declined));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'limits':[{'window':'year','amount':1}]}; /limits/0/window",
        "{'limits':[{'window':'day'}]}; /limits/0/amount",
        "{'limits':[{'window':'rolling','amount':1}]}; /limits/0/hours",
        "{'limits':[{'window':'day','time_zone':'Mars','amount':1}]}; /limits/0/time_zone",
        "{'limits':[7]}; /limits/0",
        "{'limits':{}}; /limits",
        "{'stopped_merchants':['']}; /stopped_merchants/0"
      })
  void control_that_is_none_is_refused(String controls, String pointer) {
    var answer =
        bank.put("/accounts/" + holder.account() + "/controls", controls.replace('\'', '"'));

    assertEquals(400, answer.status());
    assertEquals(
        pointer,
        answer
            .json()
            .getAsJsonArray("errors")
            .get(0)
            .getAsJsonObject()
            .get("pointer")
            .getAsString());
  }

  private Bank.Answer with(String member, long amount) {
    return bank.post(
        "/authorizations", holder.purchase(amount).replaceFirst("\\{", "{" + member + ","));
  }

  private long remaining(String path, String member) {
    return bank.get(path)
        .json()
        .getAsJsonObject("controls")
        .getAsJsonArray("limits")
        .get(0)
        .getAsJsonObject()
        .get(member)
        .getAsLong();
  }

  private static List<String> reasons(Bank.Answer answer) {
    return answer.json().getAsJsonArray("reasons").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }
}
