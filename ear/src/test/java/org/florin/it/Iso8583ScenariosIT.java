package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonNull;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.florin.authorization.ScenarioBook;
import org.florin.authorization.ScenarioBook.Scenario;
import org.florin.authorization.ScenarioBook.Step;
import org.florin.kernel.AuthorizationId;
import org.florin.networks.NetworkMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The book of scenarios through ISO 8583, Visa-style, on the whole bank; presentments come by JSON,
 * as they do by file.
 */
class Iso8583ScenariosIT {

  private static final Bank BANK = Bank.running();

  private static AcquirerLine line;

  static Stream<Scenario> scenarios() {
    return ScenarioBook.at("iso8583");
  }

  @BeforeAll
  static void connect() {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> {
              line = AcquirerLine.signedOn(BANK.stack().ports().visa(), "VIS-B");
              return true;
            });
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void plays(Scenario scenario) {
    scenario.play(new NetworkDoor());
  }

  @AfterAll
  static void books_agree() {
    line.close();
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  /** Steps as messages; a payment is named by the marks of its first message. */
  private static final class NetworkDoor implements ScenarioBook.Door {

    private static final String PAYMENT =
        "from card_authorization where network_transaction_id = ?";

    private final Bank.Cardholder holder = BANK.newCardholder(ScenarioBook.CREDIT_LIMIT);
    private final Wallet.Card card = Wallet.card(BANK, holder);
    private final Map<String, NetworkMessage> payments = new HashMap<>();
    private Step lastStep = new Step("", "", -1, Map.of(), "", 0);
    private NetworkMessage last = NetworkMessage.ofType("0800").build();

    @Override
    public long available() {
      return BANK.get("/accounts/" + holder.account()).number("available_credit");
    }

    @Override
    public String perform(Step step) {
      if (step.verb().equals("again")) {
        var code = ask(new NetworkMessage(last.type().substring(0, 3) + "1", last.elements()));
        return answered(lastStep, code);
      }
      lastStep = step;
      return switch (step.verb()) {
        case "authorize", "verify", "announce", "advise", "increment" ->
            answered(step, ask(message(step)));
        case "reverse", "reverse_to", "complete" -> answered(step, ask(message(step)));
        case "expire" -> expired(step);
        case "clear" -> presented(step, "/clearings", "\"final\":true,", "unmatched");
        case "clear_part" -> presented(step, "/clearings", "\"final\":false,", "unmatched");
        case "refund" -> presented(step, "/refunds", "", "credited");
        case "pause", "resume" -> {
          assertEquals(200, BANK.post("/cards/" + card.id() + "/" + step.verb(), "{}").status());
          yield "-";
        }
        default -> throw new IllegalArgumentException(step.verb());
      };
    }

    private String ask(NetworkMessage message) {
      try {
        last = message;
        return line.ask(message).elements().get(39);
      } catch (Exception e) {
        throw new IllegalStateException(message.toString(), e);
      }
    }

    /** The first message of a payment, of which a later or an earlier one repeats the marks. */
    private NetworkMessage payment(Step step) {
      return payments.computeIfAbsent(
          step.payment(), name -> card.purchase(0).set(62, newTransactionId()).build());
    }

    /** Visa-style payment service fields of which the second one is there. */
    private static String newTransactionId() {
      return "4000000000000000"
          + String.format(
              "%016d",
              Math.floorMod(
                  UUID.randomUUID().getLeastSignificantBits(), 10L * 1_000_000_000_000_000L));
    }

    private NetworkMessage message(Step step) {
      var first = payment(step);
      return switch (step.verb()) {
        case "authorize", "verify" -> said(first, "0100", step).build();
        case "announce" -> said(first, "0100", step).set(3, "200000").build();
        case "advise" -> said(first, "0120", step).set(38, "S00001").set(39, "00").build();
        case "increment" -> later(said(first, "0100", step), first).build();
        case "complete" ->
            later(said(first, "0220", step), first).set(38, "S00001").set(39, "00").build();
        case "reverse" -> reversal(first, step.minor() < 0 ? "" : remaining(first, step.minor()));
        case "reverse_to" -> reversal(first, digits(step.minor()));
        default -> throw new IllegalArgumentException(step.verb());
      };
    }

    private static NetworkMessage.Builder said(NetworkMessage first, String type, Step step) {
      var message = NetworkMessage.ofType(type);
      first.elements().forEach(message::set);
      return message
          .set(3, processing(step.kind()))
          .set(4, digits(Math.max(0, step.minor())))
          .set(18, step.mcc())
          .set(22, entry(step.entryMode()))
          .set(25, step.kind().equals("preauthorization") ? "06" : "00")
          .set(60, step.takesPart() ? "000000000001" : "000000000000");
    }

    private static NetworkMessage.Builder later(
        NetworkMessage.Builder message, NetworkMessage first) {
      return message
          .set(11, AcquirerLine.newTrace())
          .set(7, AcquirerLine.now())
          .set(90, Wallet.original(first));
    }

    private NetworkMessage reversal(NetworkMessage first, String replacement) {
      var reversal = card.reversal(first, "0420").set(11, AcquirerLine.newTrace());
      return replacement.isEmpty()
          ? reversal.build()
          : reversal.set(95, replacement + "000000000000C00000000C00000000").build();
    }

    private static String remaining(NetworkMessage first, long givenBack) {
      var authorized = BANK.number("select authorized_minor " + PAYMENT, transaction(first));
      return digits(Math.max(0, authorized - givenBack));
    }

    private static String processing(String kind) {
      return switch (kind) {
        case "cash_advance" -> "010000";
        case "quasi_cash" -> "110000";
        case "refund" -> "200000";
        default -> "000000";
      };
    }

    private static String entry(String mode) {
      return mode.equals("ecommerce") ? "8120" : "0510";
    }

    private static String digits(long minor) {
      return String.format("%012d", minor);
    }

    private static String transaction(NetworkMessage first) {
      return first.elements().get(62).substring(16);
    }

    /** The answer in the book's words; what element 39 can't tell is read from the books. */
    private String answered(Step step, String code) {
      var transaction = transaction(payment(step));
      return switch (step.verb()) {
        case "authorize", "verify", "announce" -> {
          assertEquals(BANK.text("select response_code " + PAYMENT, transaction), code);
          yield switch (code) {
            case "00" -> "APPROVED";
            case "10" -> "APPROVED_PARTIAL";
            case "85" -> "VERIFIED_NO_AMOUNT";
            default -> BANK.text("select reasons[1] " + PAYMENT, transaction);
          };
        }
        case "advise" -> code.equals("00") ? "APPROVED" : code;
        case "increment" ->
            code.equals("00")
                ? "APPROVED"
                : BANK.text(
                    "select reasons[1] from authorization_element where authorization_id = (select id "
                        + PAYMENT
                        + ") order by number desc limit 1",
                    transaction);
        default -> {
          assertEquals("00", code);
          yield BANK.number("select count(*) " + PAYMENT, transaction) == 0
              ? "parked"
              : BANK.text("select status " + PAYMENT, transaction);
        }
      };
    }

    private String expired(Step step) {
      var id =
          new AuthorizationId(
              UUID.fromString(BANK.text("select id::text " + PAYMENT, transaction(payment(step)))));
      return BANK.post("/simulate/authorizations/" + id + "/expire", "{}").text("status");
    }

    private String presented(Step step, String path, String last, String alone) {
      var kind = path.equals("/refunds") ? "" : "\"kind\":\"" + step.kind() + "\",";
      var answer =
          BANK.post(
              path,
              """
              {%s%s"card":{"id":"%s"},"amount":%d,"currency":"USD",
               "merchant":{"id":"MERCHANT0000001","name":"CORNER GROCERY","mcc":"%s","city":"SPRINGFIELD","state":"IL","country":"US"},
               "network":{"name":"visa","transaction_id":"%s"}}"""
                  .formatted(
                      kind, last, card.id(), step.minor(), step.mcc(), transaction(payment(step))));
      assertEquals(201, answer.status(), answer.body());
      return answer.json().get("authorization") instanceof JsonNull
          ? alone
          : BANK.text("select status " + PAYMENT, transaction(payment(step)));
    }
  }
}
