package org.florin.authorization;

import static org.florin.authorization.AuthorizationBatches.decide;
import static org.florin.authorization.AuthorizationBatches.reason;
import static org.florin.authorization.AuthorizationBatches.reasons;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.authorization.AuthorizationOutcome.Busy;
import org.florin.authorization.AuthorizationOutcome.Decided;
import org.florin.authorization.AuthorizationOutcome.DuplicateExternalId;
import org.florin.authorization.AuthorizationOutcome.KeyReused;
import org.florin.authorization.AuthorizationOutcome.Replayed;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.CardId;
import org.florin.kernel.SystemTime;
import org.junit.jupiter.api.Test;

/** One batch is one transaction on a real PostgreSQL. */
class AuthorizationBatchTest {

  private final CardOnFile card = CardOnFile.classic();
  private final byte[] panIndex =
      HexFormat.of().parseHex(card.id.value().toString().replace("-", ""));

  AuthorizationBatchTest() {
    TestDatabase.autoCommitting()
        .update(
            "insert into vault_pan (card_id, sealed, key_version, pan_index) values (?, '\\x00', 1, ?)",
            card.id.value(),
            panIndex);
  }

  @Test
  void requests_of_one_account_see_each_other_in_order_of_arrival() {
    var outcomes =
        decide(request("k1", 6_000), request("k2", 4_001), request("k3", 4_000), request("k4", 1));

    assertEquals(List.of("APPROVED", "NO_FUNDS", "APPROVED", "NO_FUNDS"), reasons(outcomes));
    assertEquals(10_000, held());
    assertEquals(10_000, sumOfHolds());
  }

  @Test
  void card_is_found_by_its_number() {
    var byNumber =
        new PendingAuthorization(
            card.asked("n1", 100).command(),
            Optional.empty(),
            Optional.of(new PendingAuthorization.PanIndex(panIndex)),
            Optional.of(true),
            SystemTime.now().plusSeconds(60));

    assertEquals("APPROVED", reason(decide(byNumber).getFirst()));
    assertEquals(100, held());
  }

  @Test
  void repeat_in_the_same_batch_and_in_a_later_one_gets_the_same_answer() {
    var first = decide(request("same", 700), request("same", 700));
    var later = decide(request("same", 700));

    var answer = assertInstanceOf(Decided.class, first.get(0)).answer();
    assertEquals(new Replayed(answer), first.get(1));
    assertEquals(new Replayed(answer), later.getFirst());
    assertEquals(700, held());
  }

  @Test
  void key_for_another_request_is_refused() {
    decide(request("once", 700));

    assertEquals(List.of(new KeyReused()), decide(request("once", 701)));
    assertEquals(700, held());
  }

  @Test
  void external_id_stays_unique() {
    var first = decide(named("e1", 700, "order-7"), named("e2", 700, "order-7"));

    assertInstanceOf(Decided.class, first.get(0));
    assertInstanceOf(DuplicateExternalId.class, first.get(1));
    assertInstanceOf(DuplicateExternalId.class, decide(named("e3", 1, "order-7")).getFirst());
    assertEquals(700, held());
  }

  @Test
  void nothing_is_decided_after_the_deadline() {
    var late =
        new PendingAuthorization(
            card.asked("late", 100).command(),
            Optional.of(card.id),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH);

    assertEquals(List.of(new Busy()), decide(late));
    assertEquals(0, held());
    assertEquals(0, count("idempotency_record where client_id = ?", card.client.value()));
  }

  @Test
  void unknown_card_is_declined_and_stored() {
    var unknown =
        new PendingAuthorization(
            card.asked("unknown", 100).command(),
            Optional.of(CardId.create()),
            Optional.empty(),
            Optional.empty(),
            SystemTime.now().plusSeconds(60));

    assertEquals("CARD_UNKNOWN", reason(decide(unknown).getFirst()));
    assertEquals(1, count("card_authorization where client_id = ?", card.client.value()));
  }

  @Test
  void everything_or_nothing_is_kept() {
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.inTransaction(
                database -> {
                  AuthorizationBatches.on(database).decide(List.of(request("torn", 100)));
                  throw new IllegalStateException("killed before commit");
                }));

    assertEquals(0, held());
    assertEquals(0, count("card_authorization where client_id = ?", card.client.value()));
    assertEquals(0, count("idempotency_record where client_id = ?", card.client.value()));
    assertEquals(0, count("outbox_event where account_id = ?", card.account.value()));
    assertEquals(0, count("audit_record where actor = ?", card.client.toString()));
  }

  @Test
  void each_decision_has_one_event_and_one_audit_record() {
    decide(request("a", 100), request("b", 99_999), request("a", 100));

    assertEquals(2, count("outbox_event where account_id = ?", card.account.value()));
    assertEquals(2, count("audit_record where actor = ?", card.client.toString()));
  }

  @Test
  void stand_in_advice_is_applied_over_the_limit_and_flagged() {
    var advice = new Advice("visa", "issuer_unavailable", true, Optional.of("ABC123"));
    var outcomes = decide(card.asked("a1", 12_000).advising(advice).pending(), request("a2", 1));

    assertEquals(List.of("APPROVED", "NO_FUNDS"), reasons(outcomes));
    assertEquals(12_000, held());
    assertEquals(
        1,
        count(
            """
            card_authorization join authorization_element element on authorization_id = id
            where account_id = ? and type = 'advice' and flags = '{stand_in,over_limit}'
              and element.reasons = '{NO_FUNDS}'
              and stand_in_by = 'visa' and authorization_code = 'ABC123'""",
            card.account.value()));
  }

  @Test
  void advised_decline_holds_nothing() {
    var advice = new Advice("visa", "issuer_unavailable", false, Optional.empty());
    var outcome = decide(card.asked("d1", 100).advising(advice).pending()).getFirst();

    assertEquals("STAND_IN_DECLINED", reason(outcome));
    assertEquals(0, held());
  }

  @Test
  void reversal_that_came_first_takes_effect_when_its_authorization_comes() {
    var network = network("000042");
    TestDatabase.inTransaction(
        database -> {
          var parked = new ParkedReversals();
          parked.database = database;
          var named = new NamedCards.NamedCard(card.id, card.account);
          var origin = new HeldAuthorizations.Origin("visa", "iso8583");
          parked.park(named, network, new ReversalAmount.LeaveOnly(40), origin);
          parked.park(named, network, new ReversalAmount.LeaveOnly(40), origin);
          return 0;
        });
    assertEquals(1, count("parked_reversal where account_id = ?", card.account.value()));

    decide(
        card.asked("p1", 100).over(network("000041")).pending(),
        card.asked("p2", 100).over(network).pending());

    assertEquals(140, held());
    assertEquals(140, sumOfHolds());
    assertEquals(
        0,
        count(
            "parked_reversal where account_id = ? and authorization_id is null",
            card.account.value()));
    decide(card.asked("p3", 100).over(network).pending());
    assertEquals(240, held());
    assertEquals(
        1,
        count(
            "outbox_event where type = 'authorization.reversed' and account_id = ?",
            card.account.value()));
  }

  @Test
  void fuel_pump_holds_the_program_maximum_and_the_hold_table_says_for_how_long() {
    decide(
        card.asked("f1", 100)
            .as(AuthorizationKind.PREAUTHORIZATION, EntryMode.CHIP)
            .at("5542")
            .pending());

    assertEquals(7_500, held());
    assertEquals(
        1,
        count(
            """
            card_authorization where account_id = ? and authorized_minor = 100 and uplift_minor = 7400
              and expires_at - created_at = interval '1 day'""",
            card.account.value()));
  }

  @Test
  void requests_of_one_batch_count_against_the_same_limits_and_a_reversal_gives_back() {
    control("card_control", "card_id", card.id.value(), 1_000, 9);
    control("account_control", "account_id", card.account.value(), 5_000, 3);
    var outcomes =
        decide(request("l1", 600), request("l2", 401), request("l3", 400), request("l4", 1));

    assertEquals(
        List.of("APPROVED", "LIMIT_AMOUNT", "APPROVED", "LIMIT_AMOUNT"), reasons(outcomes));
    assertEquals("LIMIT_AMOUNT", reason(decide(request("l5", 1)).getFirst()));

    TestDatabase.autoCommitting()
        .update(
            """
            update card_authorization set status = 'reversed', authorized_minor = 0, held_minor = 0
            where account_id = ? and authorized_minor = 600
            """,
            card.account.value());
    assertEquals("APPROVED", reason(decide(request("l6", 500)).getFirst()));
    assertEquals("APPROVED", reason(decide(request("l7", 50)).getFirst()));
    assertEquals("LIMIT_COUNT", reason(decide(request("l8", 50)).getFirst()));
  }

  private static void control(String table, String column, UUID owner, long amount, int count) {
    TestDatabase.autoCommitting()
        .update(
            "insert into "
                + table
                + " ("
                + column
                + ", limits) values (?, ?::jsonb) on conflict ("
                + column
                + ") do nothing",
            owner,
            """
            [{"window":"day","hours":0,"zone":"America/Chicago","amount":%d,"count":%d},
             {"window":"rolling","hours":24,"zone":"UTC","amount":%d}]"""
                .formatted(amount, count, amount));
  }

  @Test
  void wrong_pins_count_up_to_the_block_and_a_right_one_starts_anew() {
    var wrong = Evidence.PinResult.WRONG;
    var right = Evidence.PinResult.RIGHT;
    var outcomes = decide(pin("w1", wrong), pin("w2", wrong), pin("r1", right), pin("w3", wrong));
    assertEquals(List.of("PIN_WRONG", "PIN_WRONG", "APPROVED", "PIN_WRONG"), reasons(outcomes));
    assertEquals(1, count("card_pin_tries where card_id = ?", card.id.value(), "max(wrong)"));

    decide(pin("w4", wrong), pin("w5", wrong));
    assertEquals("PIN_BLOCKED", reason(decide(pin("r2", right)).getFirst()));
    assertEquals("APPROVED", reason(decide(request("e1", 1)).getFirst()));
  }

  private PendingAuthorization pin(String key, Evidence.PinResult result) {
    return card.asked(key, 1)
        .as(AuthorizationKind.PURCHASE, EntryMode.ATM)
        .proving(
            new Evidence(
                result,
                Evidence.CryptogramResult.NOT_CHECKED,
                Evidence.AddressMatch.NOT_CHECKED,
                Evidence.Challenge.NOT_NEEDED))
        .pending();
  }

  private static NetworkReference network(String stan) {
    return new NetworkReference(
        "visa",
        Optional.empty(),
        Optional.of("RRN" + stan),
        Optional.of(stan),
        Optional.of("400001"),
        Optional.of("1122190000"));
  }

  private PendingAuthorization request(String key, long minor) {
    return card.asked(key, minor).pending();
  }

  private PendingAuthorization named(String key, long minor, String externalId) {
    return card.asked(key, minor).named(externalId).pending();
  }

  private long held() {
    return count("credit_account account where id = ?", card.account.value(), "held_minor");
  }

  private long sumOfHolds() {
    return count(
        "card_authorization where account_id = ?",
        card.account.value(),
        "coalesce(sum(held_minor), 0)");
  }

  private static long count(String from, Object argument) {
    return count(from, argument, "count(*)");
  }

  private static long count(String from, Object argument, String what) {
    return TestDatabase.autoCommitting()
        .first("select " + what + " as number from " + from, row -> row.number("number"), argument)
        .orElseThrow();
  }
}
