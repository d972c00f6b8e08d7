package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonNull;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.florin.authorization.ScenarioBook;
import org.florin.authorization.ScenarioBook.Scenario;
import org.florin.authorization.ScenarioBook.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The book of scenarios through JSON, on the whole bank. */
class ScenariosIT {

  static Stream<Scenario> scenarios() {
    return ScenarioBook.at("json");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void plays(Scenario scenario) {
    scenario.play(new JsonDoor(Bank.running()));
  }

  @AfterAll
  static void books_agree() {
    Bank.running().contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  /** Steps as requests; payments are named by the network's transaction id. */
  private static final class JsonDoor implements ScenarioBook.Door {

    private record Sent(String path, String key, String body) {}

    private final Bank bank;
    private final Bank.Cardholder holder;
    private final String network = UUID.randomUUID().toString();
    private final Map<String, String> authorizations = new HashMap<>();
    private Sent last = new Sent("", "", "");

    JsonDoor(Bank bank) {
      this.bank = bank;
      holder = bank.newCardholder(ScenarioBook.CREDIT_LIMIT);
    }

    @Override
    public long available() {
      return bank.get("/accounts/" + holder.account()).number("available_credit");
    }

    @Override
    public String perform(Step step) {
      return switch (step.verb()) {
        case "authorize" -> decision(step, step.kind());
        case "verify" -> decision(step, "account_verification");
        case "announce" -> decision(step, "refund");
        case "increment" -> increment(later(step, "/increments", amount("amount", step)));
        case "reverse" ->
            later(step, "/reversals", step.minor() < 0 ? "{}" : amount("amount", step))
                .text("status");
        case "reverse_to" ->
            later(step, "/reversals", amount("replacement_amount", step)).text("status");
        case "complete" -> later(step, "/completions", amount("amount", step)).text("status");
        case "expire" -> later(step, "/expire", "{}").text("status");
        case "clear" -> presented(step, "/clearings", "\"final\":true,", "unmatched");
        case "clear_part" -> presented(step, "/clearings", "\"final\":false,", "unmatched");
        case "refund" -> presented(step, "/refunds", "", "credited");
        case "pause", "resume" -> {
          assertEquals(200, post("/cards/" + holder.card() + "/" + step.verb(), "{}").status());
          yield "-";
        }
        case "again" -> again();
        default -> throw new IllegalArgumentException(step.verb());
      };
    }

    private String decision(Step step, String kind) {
      var answer =
          post(
              "/authorizations",
              "{\"kind\":\"%s\",\"entry_mode\":\"%s\",\"partial_approval\":%s,%s"
                  .formatted(kind, step.entryMode(), step.takesPart(), payment(step)));
      assertEquals(201, answer.status(), answer.body());
      authorizations.put(step.payment(), answer.text("id"));
      return answer.text("reason");
    }

    private static String increment(Bank.Answer answer) {
      var elements = answer.json().getAsJsonArray("elements");
      var reasons = elements.get(elements.size() - 1).getAsJsonObject().getAsJsonArray("reasons");
      return reasons.isEmpty() ? "APPROVED" : reasons.get(0).getAsString();
    }

    private Bank.Answer later(Step step, String verb, String body) {
      var answer = post("/authorizations/" + authorizations.get(step.payment()) + verb, body);
      assertEquals(201, answer.status(), answer.body());
      return answer;
    }

    private String presented(Step step, String path, String last, String alone) {
      var kind = path.equals("/refunds") ? "" : "\"kind\":\"" + step.kind() + "\",";
      var answer = post(path, "{" + kind + last + payment(step));
      assertEquals(201, answer.status(), answer.body());
      return answer.json().get("authorization") instanceof JsonNull
          ? alone
          : bank.get("/authorizations/" + answer.text("authorization")).text("status");
    }

    private String again() {
      var answer = bank.post(last.path(), last.key(), last.body());
      assertEquals(true, answer.isReplay());
      return last.path().equals("/authorizations") ? answer.text("reason") : answer.text("status");
    }

    private Bank.Answer post(String path, String body) {
      last = new Sent(path, Bank.newKey(), body);
      return bank.post(path, last.key(), body);
    }

    private static String amount(String member, Step step) {
      return "{\"" + member + "\":" + step.minor() + "}";
    }

    private String payment(Step step) {
      return """
          "card":{"id":"%s"},"amount":%d,"currency":"USD",
          "merchant":{"id":"M1","name":"Corner Shop","mcc":"%s","city":"Austin","state":"TX","country":"US"},
          "network":{"name":"visa","transaction_id":"%s-%s"}}"""
          .formatted(holder.card(), Math.max(0, step.minor()), step.mcc(), network, step.payment());
    }
  }
}
