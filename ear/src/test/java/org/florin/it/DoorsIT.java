package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.networks.NetworkMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same case through every door that decides: the same decision, reason and repeat. A file
 * decides nothing; what it presents is booked as another door books it.
 */
class DoorsIT {

  private static final Bank BANK = Bank.running();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static AcquirerLine line;
  private static CardQueueLine queue;

  @BeforeAll
  static void connect() {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> {
              line = AcquirerLine.signedOn(BANK.stack().ports().acquirer(), "ISO87A");
              return true;
            });
    queue = new CardQueueLine(BANK.stack().ports().mainframeMq());
  }

  @AfterAll
  static void close() {
    line.close();
    queue.close();
  }

  /** What a door made of a case; each on a cardholder of its own. */
  private record Outcome(
      boolean approved, String reason, String responseCode, long available, boolean sameAgain) {}

  private static final class Case {
    final String given;
    final long amount;
    final Bank.Cardholder holder = BANK.newCardholder();
    final Wallet.Card card = Wallet.card(BANK, holder);

    Case(String given, long amount) {
      this.given = given;
      this.amount = amount;
      switch (given) {
        case "active card" -> {}
        case "paused card" -> BANK.post("/cards/" + card.id() + "/pause", "{}");
        case "lost card" -> BANK.post("/cards/" + card.id() + "/close", "{\"reason\":\"lost\"}");
        case "stolen card" ->
            BANK.post("/cards/" + card.id() + "/close", "{\"reason\":\"stolen\"}");
        case "closed card" ->
            BANK.post("/cards/" + card.id() + "/close", "{\"reason\":\"customer\"}");
        case "blocked category" ->
            BANK.put("/cards/" + card.id() + "/controls", "{\"blocked_mccs\":[\"5411\"]}");
        case "blocked country" ->
            BANK.put("/cards/" + card.id() + "/controls", "{\"blocked_countries\":[\"US\"]}");
        case "limited amount" ->
            BANK.put("/cards/" + card.id() + "/controls", "{\"transaction_limit\":5000}");
        default -> throw new IllegalArgumentException(given);
      }
    }

    private Outcome outcome(String code, boolean sameAgain) {
      var where = " from card_authorization where card_id = ?";
      var id = CardId.parse(card.id()).value();
      assertEquals(1, BANK.number("select count(*)" + where, id));
      return new Outcome(
          BANK.text("select cardinality(reasons)::text" + where, id).equals("0"),
          BANK.text("select coalesce(reasons[1], '')" + where, id),
          code.isEmpty() ? BANK.text("select response_code" + where, id) : code,
          BANK.get("/accounts/" + card.account()).number("available_credit"),
          sameAgain);
    }

    Outcome json() {
      var key = Bank.newKey();
      var body =
          """
          {"card":{"id":"%s"},"amount":%d,"currency":"USD","kind":"purchase","entry_mode":"chip",
           "merchant":{"id":"MERCHANT0000001","name":"CORNER GROCERY","mcc":"5411","city":"SPRINGFIELD","state":"IL","country":"US"}}"""
              .formatted(card.id(), amount);
      var first = BANK.post("/authorizations", key, body);
      var again = BANK.post("/authorizations", key, body);
      return outcome(first.text("response_code"), first.body().equals(again.body()));
    }

    Outcome iso8583() throws Exception {
      var request = card.purchase(amount).build();
      var first = line.ask(request);
      var again = line.ask(new NetworkMessage("0101", request.elements()));
      return outcome(first.elements().get(39), first.elements().equals(again.elements()));
    }

    /** The queue's own codes say less than the reason that is kept. */
    Outcome queue() throws Exception {
      var request =
          card.queueRequest(
              BigDecimal.valueOf(amount, 2).toPlainString(), "DOOR" + NUMBERS.incrementAndGet());
      var first = queue.ask(request);
      var again = queue.ask(request);
      return outcome("", first.equals(again));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "active card, 4500",
    "active card, 100000",
    "active card, 100001",
    "active card, 0",
    "paused card, 100",
    "lost card, 100",
    "stolen card, 100",
    "closed card, 100",
    "blocked category, 100",
    "blocked country, 100",
    "limited amount, 5000",
    "limited amount, 5001"
  })
  void a_case_has_one_outcome(String given, long amount) throws Exception {
    var outcomes = new LinkedHashMap<String, Outcome>();
    outcomes.put("json", new Case(given, amount).json());
    outcomes.put("iso8583", new Case(given, amount).iso8583());
    outcomes.put("mq", new Case(given, amount).queue());
    for (Map.Entry<String, Outcome> door : outcomes.entrySet()) {
      assertEquals(outcomes.get("json"), door.getValue(), door.getKey());
    }
    assertEquals(Optional.of(true), outcomes.values().stream().map(Outcome::sameAgain).findFirst());
  }

  private static String presented(UUID account) {
    return BANK.text(
        """
        select string_agg(e.kind || ' ' || e.amount_minor || ' ' || l.gl_account, '|' order by e.sequence)
        from journal_entry e join journal_line l on l.entry_id = e.id and l.account_id is null
        where e.account_id = ? and e.kind in ('purchase', 'cash_advance', 'quasi_cash', 'refund')""",
        account);
  }

  /**
   * A presentment is no decision: it posts at each door that takes one, whatever stands against it.
   */
  @Test
  void what_a_file_presents_is_booked_as_json_books_it() {
    var set = Intake.generated(7_700_000, 1, 12, RecordEncoding.ascii());
    new Intake(BANK).take(set, "correct");
    var byFile =
        UUID.fromString(
            BANK.text("select id::text from credit_account where external_id = '00007700000'"));
    var told = presented(byFile);

    var twin = BANK.newCardholder();
    BANK.post("/cards/" + twin.card() + "/close", "{\"reason\":\"lost\"}");
    for (var posting : told.split("\\|")) {
      var words = posting.split(" ");
      var answer =
          BANK.post(
              "/clearings",
              """
              {"card":{"id":"%s"},"amount":%d,"currency":"USD","kind":"%s","final":true,
               "merchant":{"id":"M1","name":"Corner Shop","mcc":"5411","country":"US"}}"""
                  .formatted(twin.card(), Math.abs(Long.parseLong(words[1])), words[0]));
      assertEquals(201, answer.status(), answer.body());
    }
    assertEquals(told, presented(AccountId.parse(twin.account()).value()));
    var account = BANK.get("/accounts/" + twin.account());
    assertEquals(
        account.number("credit_limit") - account.number("posted_balance"),
        account.number("available_credit"));
  }

  @Test
  void the_books_agree() {
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }
}
