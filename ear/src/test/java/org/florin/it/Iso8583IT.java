package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.florin.networks.NetworkMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks' door, from outside: every kind of message, and peers that misbehave. */
class Iso8583IT {

  private static final Bank BANK = Bank.running();

  private static AcquirerLine line;

  @BeforeAll
  static void signOn() throws Exception {
    await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> open("acquirer"));
    line = line("acquirer");
  }

  @AfterAll
  static void hangUp() {
    line.close();
  }

  private static boolean open(String link) throws Exception {
    line(link).close();
    return true;
  }

  private static AcquirerLine line(String link) throws Exception {
    return switch (link) {
      case "visa" -> AcquirerLine.signedOn(BANK.stack().ports().visa(), "VIS-B");
      case "mastercard" -> AcquirerLine.signedOn(BANK.stack().ports().mastercard(), "MC-E");
      default -> AcquirerLine.signedOn(BANK.stack().ports().acquirer(), "ISO87A");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"acquirer", "visa", "mastercard"})
  void a_purchase_is_approved_and_its_hold_seen_at_the_other_door(String link) throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    try (var own = line(link)) {
      var request = card.purchase(4_500).build();
      var answer = own.ask(request);

      assertEquals("0110", answer.type());
      assertEquals("00", answer.elements().get(39));
      assertEquals(6, answer.elements().get(38).length());
      for (var echoed : List.of(2, 3, 4, 7, 11, 12, 13, 32, 37, 41, 42, 49)) {
        assertEquals(
            request.elements().get(echoed), answer.elements().get(echoed), "element " + echoed);
      }
      assertEquals(95_500, BANK.get("/accounts/" + card.account()).number("available_credit"));
    }
  }

  @Test
  void reasons_of_a_decline_are_the_reason_maps() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    assertEquals("51", line.ask(card.purchase(100_001).build()).elements().get(39));
    assertEquals("54", line.ask(card.purchase(100).set(14, "4001").build()).elements().get(39));
    assertEquals(
        "14", line.ask(card.purchase(100).set(2, "4999999999999996").build()).elements().get(39));
    assertEquals("57", line.ask(card.purchase(100).set(49, "978").build()).elements().get(39));
    BANK.post("/cards/" + card.id() + "/pause", "{}");
    assertEquals("62", line.ask(card.purchase(100).build()).elements().get(39));
  }

  @Test
  void a_repeat_gets_the_stored_answer_and_no_second_hold() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.purchase(1_000).build();
    var first = line.ask(request);
    var repeat = line.ask(new NetworkMessage("0101", request.elements()));
    var again = line.ask(request);
    assertEquals(first.elements(), repeat.elements());
    assertEquals(first.elements(), again.elements());
    assertEquals(99_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  @DisplayName("N5 same trace, other amount")
  void one_key_with_two_amounts_is_a_conflict() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.purchase(1_000).build();
    line.ask(request);
    var other = NetworkMessage.ofType("0100");
    request.elements().forEach(other::set);
    assertEquals("94", line.ask(other.set(4, "000000002000").build()).elements().get(39));
    assertEquals(99_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  void part_is_approved_if_the_terminal_can_take_it() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var answer = line.ask(card.purchase(150_000).set(60, "000000000001").build());
    assertEquals("10", answer.elements().get(39));
    assertEquals("000000100000", answer.elements().get(4));
    assertEquals("0057840C000000150000", answer.elements().get(54));
  }

  @Test
  void zero_verifies_the_card() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    assertEquals("85", line.ask(card.purchase(0).build()).elements().get(39));
  }

  @Test
  void a_reversal_gives_the_hold_back_once() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.purchase(3_000).build();
    line.ask(request);
    var reversal = card.reversal(request, "0400").build();
    var answer = line.ask(reversal);
    assertEquals("0410", answer.type());
    assertEquals("00", answer.elements().get(39));
    assertEquals(reversal.elements().get(90), answer.elements().get(90));
    assertEquals(
        answer.elements(), line.ask(new NetworkMessage("0401", reversal.elements())).elements());
    assertEquals(100_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  @DisplayName("N3 partial reversal")
  void a_replacement_amount_leaves_so_much_held() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.purchase(3_000).build();
    line.ask(request);
    var partial =
        card.reversal(request, "0420")
            .set(95, "000000001000000000000000C00000000C00000000")
            .build();
    assertEquals("0430", line.ask(partial).type());
    assertEquals(99_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  @DisplayName("N3 reversal before its original: parked, then applied")
  void a_reversal_before_its_original_waits_for_it() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var request = card.purchase(3_000).build();
    assertEquals("00", line.ask(card.reversal(request, "0400").build()).elements().get(39));
    line.ask(request);
    assertEquals(100_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  @DisplayName("N4 stand-in advice over the limit")
  void an_advice_is_applied_even_over_the_limit() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var purchase = card.purchase(120_000).build();
    var advice = NetworkMessage.ofType("0120");
    purchase.elements().forEach(advice::set);
    var answer = line.ask(advice.set(38, "S00001").set(39, "00").build());
    assertEquals("0130", answer.type());
    assertEquals("00", answer.elements().get(39));
    assertEquals(-20_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  void an_increment_names_its_original() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var first = card.purchase(3_000).set(25, "06").build();
    line.ask(first);
    var more =
        card.purchase(2_000)
            .set(37, first.elements().get(37))
            .set(90, Wallet.original(first))
            .build();
    assertEquals("00", line.ask(more).elements().get(39));
    assertEquals(95_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
  }

  @Test
  void management_messages_are_answered_and_key_changes_refused() throws Exception {
    assertEquals("00", line.ask(line.management("301")).elements().get(39));
    assertEquals("12", line.ask(line.management("161")).elements().get(39));
  }

  @Test
  void nothing_is_answered_before_sign_on_and_after_sign_off() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    try (var fresh = new AcquirerLine(BANK.stack().ports().acquirer(), "ISO87A")) {
      var unanswered = fresh.send(card.purchase(100).build());
      fresh.ask(fresh.management("001"));
      assertFalse(unanswered.isDone());
      assertEquals("00", fresh.ask(card.purchase(100).build()).elements().get(39));
      fresh.ask(fresh.management("002"));
      var afterwards = fresh.send(card.purchase(100).build());
      fresh.ask(fresh.management("301"));
      assertFalse(afterwards.isDone());
    }
  }

  @Test
  void a_malformed_message_is_answered_30_and_the_connection_goes_on() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    var incomplete = NetworkMessage.ofType("0100");
    card.purchase(100).build().elements().forEach(incomplete::set);
    assertEquals("30", line.ask(incomplete.set(43, "NOWHERE").build()).elements().get(39));

    var trace = AcquirerLine.newTrace();
    var text =
        new String(
            line.written(card.purchase(100).set(11, trace).build()), StandardCharsets.US_ASCII);
    line.sendBytes(text.substring(0, text.length() - 5).getBytes(StandardCharsets.US_ASCII));
    var refused = line.awaitUnasked(5);
    assertEquals("0110", refused.type());
    assertEquals("30", refused.elements().get(39));
    assertEquals(trace, refused.elements().get(11));
    assertEquals("00", line.ask(line.management("301")).elements().get(39));
  }

  @Test
  void garbage_oversize_and_half_frames_cost_only_their_own_connection() throws Exception {
    try (var garbage = new AcquirerLine(BANK.stack().ports().acquirer(), "ISO87A");
        var oversize = new AcquirerLine(BANK.stack().ports().acquirer(), "ISO87A");
        var half = new AcquirerLine(BANK.stack().ports().acquirer(), "ISO87A")) {
      garbage.sendBytes("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
      oversize.sendRaw(new byte[] {(byte) 0xFF, (byte) 0xFF, 0x30});
      half.sendRaw(new byte[] {0x00, 0x40, 0x30, 0x38});
      await().atMost(Duration.ofSeconds(5)).until(garbage::isClosedByPeer);
      await().atMost(Duration.ofSeconds(5)).until(oversize::isClosedByPeer);
      await().atMost(Duration.ofSeconds(15)).until(half::isClosedByPeer);
    }
    assertEquals("00", line.ask(line.management("301")).elements().get(39));
  }

  @Test
  void many_requests_are_under_way_on_one_connection() throws Exception {
    var cards = new ArrayList<Wallet.Card>();
    for (var i = 0; i < 8; i++) {
      cards.add(Wallet.card(BANK, BANK.newCardholder()));
    }
    var answers = new ArrayList<CompletableFuture<NetworkMessage>>();
    for (var i = 0; i < 200; i++) {
      answers.add(line.send(cards.get(i % 8).purchase(100).build()));
    }
    for (var answer : answers) {
      assertEquals("00", answer.get(10, TimeUnit.SECONDS).elements().get(39));
    }
    for (var card : cards) {
      assertEquals(97_500, BANK.get("/accounts/" + card.account()).number("available_credit"));
    }
  }

  @Test
  @DisplayName("D6 64 at once on the last amount, ISO 8583")
  void no_more_than_is_there_is_approved_at_once() throws Exception {
    var rounds = Integer.getInteger("florin.test.last-amount-rounds", 3);
    for (var round = 0; round < rounds; round++) {
      var card = Wallet.card(BANK, BANK.newCardholder());
      line.ask(card.purchase(90_000).build());
      var answers = new ArrayList<CompletableFuture<NetworkMessage>>();
      for (var i = 0; i < 64; i++) {
        answers.add(line.send(card.purchase(3_000).build()));
      }
      var approved = 0;
      for (var answer : answers) {
        approved += answer.get(10, TimeUnit.SECONDS).elements().get(39).equals("00") ? 1 : 0;
      }
      assertEquals(3, approved);
      assertEquals(1_000, BANK.get("/accounts/" + card.account()).number("available_credit"));
    }
  }

  @Test
  void card_numbers_reach_no_table_in_clear() throws Exception {
    var card = Wallet.card(BANK, BANK.newCardholder());
    line.ask(card.purchase(777).set(44, "PAN " + card.number()).build());
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                BANK.number("select count(*) from network_message where content like '0100%777%'")
                    > 0);
    assertEquals(
        0,
        BANK.number(
            "select count(*) from network_message where content like ?",
            "%" + card.number() + "%"));
    assertEquals(
        0,
        BANK.number(
            "select count(*) from card_authorization a where a::text like ?",
            "%" + card.number() + "%"));
  }
}
