package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The queue's door in the profile of the old program: its form, and the engine's decisions. */
class QueueCompatibleIT {

  private static final Bank BANK = Bank.running();
  private static final String COMPATIBLE = "FLORIN_NETWORKS_QUEUE_COMPATIBLE";

  private static CardQueueLine queue;

  @BeforeAll
  static void answerAsTheOldProgram() throws IOException {
    restart("true");
    queue = new CardQueueLine(BANK.stack().ports().mainframeMq());
  }

  @AfterAll
  static void answerAsUsual() throws IOException {
    queue.close();
    restart("false");
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private static void restart(String compatible) throws IOException {
    BANK.stack().set(COMPATIBLE, compatible);
    BANK.stack().stopServer();
    BANK.stack().startServer();
  }

  private static long available(Wallet.Card card) {
    return BANK.get("/accounts/" + card.account()).number("available_credit");
  }

  @Test
  void an_approval_carries_the_requests_time_and_a_64th_character() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());

    assertEquals(
        card.number() + ",CT1            ,103015,00,0000,         12.34, ",
        queue.ask(card.queueRequest("12.34", "CT1")));
    assertEquals(98_766, available(card));
  }

  @Test
  void a_picture_of_fourteen_characters_loses_its_last_one() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());

    assertEquals(
        ",00,0000,         12.30, ",
        queue.ask(card.queueRequest("+0000000012.34", "CT2")).substring(39));
    assertEquals(98_770, available(card));
  }

  @Test
  void the_expiry_is_not_looked_at() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var expiry = card.expiry().substring(2) + card.expiry().substring(0, 2);
    var request = card.queueRequest("1.00", "CT3").replace("," + expiry + ",", ",0101,");

    assertEquals(",00,0000,", queue.ask(request).substring(39, 48));
  }

  @Test
  void all_declines_but_an_unknown_card_are_for_want_of_funds() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    assertEquals(",05,4100,", queue.ask(card.queueRequest("1000.01", "CT4")).substring(39, 48));
    BANK.post("/cards/" + card.id() + "/pause", "{}");
    assertEquals(",05,4100,", queue.ask(card.queueRequest("1.00", "CT5")).substring(39, 48));
    assertEquals(
        ",05,3100,",
        queue
            .ask(card.queueRequest("1.00", "CT6").replace(card.number(), "4999999999999996"))
            .substring(39, 48));
    assertEquals(100_000, available(card));
  }

  @Test
  void a_transaction_that_comes_again_gets_the_stored_reply() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.queueRequest("10.00", "CT7");
    assertEquals(queue.ask(request), queue.ask(request));
    assertEquals(99_000, available(card));
  }
}
