package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mainframe's door for card payments. */
class CardQueueIT {

  private static final Bank BANK = Bank.running();

  private static CardQueueLine queue;

  @BeforeAll
  static void connect() {
    queue = new CardQueueLine(BANK.stack().ports().mainframeMq());
  }

  @AfterAll
  static void close() {
    queue.close();
  }

  private static long available(Wallet.Card card) {
    return BANK.get("/accounts/" + card.account()).number("available_credit");
  }

  @Test
  void a_request_is_approved_with_a_reply_of_63_characters() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var reply = queue.ask(card.queueRequest("12.34", "TX1"));
    assertEquals(63, reply.length());
    assertEquals(card.number() + ",TX1            ,", reply.substring(0, 33));
    assertEquals(",00,0000,         12.34,", reply.substring(39));
    assertEquals(100_000 - 1_234, available(card));
  }

  @Test
  void a_transaction_that_comes_again_gets_the_stored_reply() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.queueRequest("10.00", "TX2");
    assertEquals(queue.ask(request), queue.ask(request));
    assertEquals(99_000, available(card));
    assertEquals(
        ",05,9000,          0.00,", queue.ask(card.queueRequest("11.00", "TX2")).substring(39));
    assertEquals(99_000, available(card));
  }

  @Test
  void declines_carry_the_reasons_of_the_code_table() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    assertEquals(",05,4100,", queue.ask(card.queueRequest("1000.01", "TX3")).substring(39, 48));
    assertEquals(
        ",05,3100,",
        queue
            .ask(card.queueRequest("1.00", "TX4").replace(card.number(), "4999999999999996"))
            .substring(39, 48));
    BANK.post("/cards/" + card.id() + "/pause", "{}");
    assertEquals(",05,4200,", queue.ask(card.queueRequest("1.00", "TX5")).substring(39, 48));
  }

  @Test
  void what_is_no_request_is_set_aside_with_its_cause() throws Exception {
    queue.send("nonsense");
    assertEquals("1 fields instead of 18", queue.awaitSetAside());
  }

  @Test
  void a_malformed_request_is_answered_where_it_says_who_asks() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var reply = queue.ask(card.queueRequest("12.3.4", "TX9"));
    assertEquals(card.number() + ",TX9            ,103015,05,9000,          0.00,", reply);
    assertEquals("field 9 is not well formed", queue.awaitSetAside());
    assertEquals(100_000, available(card));
  }

  @Test
  @DisplayName("D6 64 at once on the last amount, queue")
  void no_more_than_is_there_is_approved_at_once() throws Exception {
    var rounds = Integer.getInteger("florin.test.last-amount-rounds", 3);
    for (var round = 0; round < rounds; round++) {
      var card = Wallet.card(BANK, BANK.newCardholder());
      queue.ask(card.queueRequest("900.00", "FIRST"));
      var replies = new ArrayList<CompletableFuture<String>>();
      for (var i = 0; i < 64; i++) {
        replies.add(queue.send(card.queueRequest("30.00", "LAST" + i)));
      }
      var approved = 0;
      for (var reply : replies) {
        approved += reply.get(10, TimeUnit.SECONDS).startsWith("00", 40) ? 1 : 0;
      }
      assertEquals(3, approved);
      assertEquals(1_000, available(card));
    }
  }
}
