package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated world outside: every scenario over the wire, and what it leaves behind. */
class SimulateIT {

  private static final Bank BANK = Bank.running();

  @BeforeAll
  static void awaitDoor() {
    var holder = BANK.newCardholder();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> play("echo", holder, 100).getFirst().contains("39=00"));
  }

  private static List<String> play(String scenario, Bank.Cardholder holder, long amount) {
    var answer =
        BANK.post(
            "/simulate/scenarios/" + scenario,
            "{\"card\":\"%s\",\"amount\":%d}".formatted(holder.card(), amount));
    assertEquals(201, answer.status(), answer.body());
    var answers = new ArrayList<String>();
    for (JsonElement exchange : answer.json().getAsJsonArray("exchanges")) {
      var text = exchange.getAsJsonObject().get("answer");
      answers.add(text.isJsonNull() ? "" : text.getAsString());
    }
    return answers;
  }

  private static long available(Bank.Cardholder holder) {
    return BANK.get("/accounts/" + holder.account()).number("available_credit");
  }

  @ParameterizedTest
  @CsvSource({
    "purchase,1000,00,99000",
    "purchase-repeated,1000,00 00,99000",
    "purchase-changed,1000,00 94,99000",
    "purchase-in-part,150000,10,0",
    "reversal,1000,00 00,100000",
    "reversal-repeated,1000,00 00 00,100000",
    "reversal-first,1000,00 00,100000",
    "reversal-overtaken,1000,00 00,100000",
    "reversal-in-part,1000,00 00,99500",
    "reversal-unknown,1000,00,100000",
    "advice,1000,00,99000",
    "advice-repeated,120000,00 00,-20000",
    "increment,1000,00 00,98500",
    "completion,1000,00 00,99500",
    "cash,1000,00,99000",
    "refund,1000,00,100000",
    "verification,1000,85,100000",
    "balance,1000,85,100000",
    "unknown-card,1000,14,100000",
    "malformed,1000,30,100000"
  })
  void a_scenario_is_answered_and_leaves_what_it_should(
      String scenario, long amount, String codes, long available) {
    var holder = BANK.newCardholder();
    var answers = play(scenario, holder, amount);
    var expected = List.of(codes.split(" "));
    for (var i = 0; i < expected.size(); i++) {
      assertTrue(answers.get(i).contains(" 39=" + expected.get(i)), answers.get(i));
    }
    assertEquals(available, available(holder));
  }

  @Test
  void a_burst_is_answered_on_one_connection() {
    var holder = BANK.newCardholder();
    var answers = play("burst", holder, 100);
    assertEquals(20, answers.size());
    assertTrue(answers.stream().allMatch(answer -> answer.contains(" 39=00")));
    assertEquals(98_000, available(holder));
  }

  @Test
  void the_balance_is_told() {
    var holder = BANK.newCardholder();
    assertTrue(play("balance", holder, 100).getFirst().contains(" 54=3002840C000000100000"));
  }

  @Test
  @DisplayName("N2 an approval that cannot leave us is taken back")
  void an_approval_that_nobody_hears_is_taken_back_and_the_acquirer_told() {
    var holder = BANK.newCardholder();
    play("purchase-unheard", holder, 1_000);
    play("echo", holder, 100);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertEquals(100_000, available(holder)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                BANK.number(
                        "select count(*) from network_message where direction = 'in' and type = '0430'")
                    > 0);
  }

  @Test
  void the_queue_answers_the_same_transaction_the_same() {
    var holder = BANK.newCardholder();
    var replies = play("queue-repeated", holder, 1_000);
    assertEquals(2, replies.size());
    assertEquals(replies.getFirst(), replies.getLast());
    assertEquals(99_000, available(holder));
    assertTrue(play("queue", holder, 1_000).getFirst().contains(",00,0000,"));
  }

  @Test
  void scenarios_are_listed_and_others_are_not_there() {
    assertTrue(BANK.get("/simulate/scenarios").body().contains("reversal-overtaken"));
    assertEquals(404, BANK.post("/simulate/scenarios/nonsense", "{}").status());
  }
}
