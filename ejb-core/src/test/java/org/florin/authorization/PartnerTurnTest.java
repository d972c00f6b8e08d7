package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.hooks.HookAnswer;
import org.florin.authorization.hooks.HookBooks;
import org.florin.authorization.hooks.HookQuestion;
import org.florin.authorization.hooks.HookResult;
import org.florin.authorization.hooks.PartnerHook;
import org.florin.authorization.hooks.StandInLimits;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.Money;
import org.junit.jupiter.api.Test;

/** Requests whose program asks a partner, on a real PostgreSQL. */
class PartnerTurnTest {

  private final CardOnFile card = CardOnFile.underItsOwnProgram();

  PartnerTurnTest() {
    asks(Optional.empty());
  }

  private void asks(Optional<StandInLimits> standIn) {
    HookBooks.put(
        TestDatabase.autoCommitting(),
        new PartnerHook(
            card.program,
            URI.create("https://partner.example/"),
            new byte[] {1},
            Duration.ofMillis(800),
            8,
            standIn,
            1,
            Instant.EPOCH));
  }

  @Test
  void what_would_be_approved_is_asked_first_and_leaves_no_trace() {
    var question = question(request("q1", 4_500, false));

    assertEquals(Money.usd(4_500), question.asked());
    assertTrue(question.body().contains("\"program\":\"" + card.program + "\""), question.body());
    assertEquals(0, count("card_authorization where account_id = ?"));
    assertEquals(0, held());
  }

  @Test
  void what_we_decline_is_nobody_elses_matter() {
    assertEquals("NO_FUNDS", reason(decide(request("d1", CardOnFile.LIMIT + 1, false))));
  }

  @Test
  void the_answer_decides_and_is_kept_with_the_decision() {
    assertEquals("APPROVED", reason(answered("a1", 100, false, approved())));
    assertEquals("HOOK_DECLINED", reason(answered("a2", 100, false, new HookAnswer.Declined())));
    assertEquals("HOOK_TIMEOUT", reason(answered("a3", 100, false, new HookAnswer.TimedOut())));
    assertEquals("HOOK_ERROR", reason(answered("a4", 100, false, new HookAnswer.Failed("gone"))));
    assertEquals(
        "APPROVED_PARTIAL",
        reason(answered("a5", 100, true, new HookAnswer.Approved(Optional.of(40L)))));

    assertEquals(140, held());
    assertEquals(
        3,
        count(
            "authorization_hook_call where account_id = ? and decided_by = 'partner' and result in ('approved', 'declined')"));
    assertEquals(
        2,
        count(
            "authorization_hook_call where account_id = ? and decided_by = 'default' and result in ('timeout', 'error')"));
  }

  @Test
  void money_that_went_meanwhile_is_not_there_for_the_partners_yes() {
    var first = request("r1", 6_000, false);
    var second = request("r2", 6_000, false);
    var one = question(first);
    var other = question(second);

    assertEquals("APPROVED", reason(decide(with(first, one, approved()))));
    assertEquals("NO_FUNDS", reason(decide(with(second, other, approved()))));
    assertEquals(6_000, held());
    assertEquals(
        1,
        count(
            "authorization_hook_call where account_id = ? and decided_by = 'rules' and result = 'approved'"));
  }

  @Test
  void stand_in_approves_within_its_limits_of_a_day_also_within_one_batch() {
    asks(Optional.of(new StandInLimits(500, 900, 3)));
    var silence = new HookAnswer.TimedOut();
    assertEquals("APPROVED", reason(answered("s1", 500, false, silence)));
    assertEquals("STAND_IN_DECLINED", reason(answered("s2", 501, false, silence)));

    var third = request("s3", 300, false);
    var fourth = request("s4", 300, false);
    var turns =
        turns(with(third, question(third), silence), with(fourth, question(fourth), silence));
    assertEquals(
        List.of("APPROVED", "STAND_IN_DECLINED"), turns.stream().map(this::reason).toList());
    assertEquals(800, held());
    assertEquals(
        2,
        count(
            """
            card_authorization join authorization_element element on authorization_id = id
            where account_id = ? and flags = '{stand_in}'"""));
  }

  @Test
  void a_hook_removed_meanwhile_counts_no_more() {
    var request = request("m1", 100, false);
    var question = question(request);
    TestDatabase.autoCommitting()
        .update("delete from authorization_hook where product_code = ?", card.program);

    assertEquals("APPROVED", reason(decide(with(request, question, new HookAnswer.Declined()))));
    assertEquals(0, count("authorization_hook_call where account_id = ?"));
  }

  private static HookAnswer approved() {
    return new HookAnswer.Approved(Optional.empty());
  }

  private Turn answered(String key, long minor, boolean partial, HookAnswer answer) {
    var request = request(key, minor, partial);
    return decide(with(request, question(request), answer));
  }

  private static PendingAuthorization with(
      PendingAuthorization request, HookQuestion question, HookAnswer answer) {
    return request.with(new HookResult(question.id(), question.asked(), answer, 10));
  }

  private HookQuestion question(PendingAuthorization request) {
    return assertInstanceOf(Turn.AskFirst.class, decide(request)).question();
  }

  private String reason(Turn turn) {
    return AuthorizationBatches.reason(assertInstanceOf(Turn.Answered.class, turn).outcome());
  }

  private Turn decide(PendingAuthorization request) {
    return turns(request).getFirst();
  }

  private static List<Turn> turns(PendingAuthorization... together) {
    return AuthorizationBatches.turns(List.of(together));
  }

  private PendingAuthorization request(String key, long minor, boolean partial) {
    return card.asked(key, minor).partially(partial).pending();
  }

  private long held() {
    return count("credit_account account where id = ?", "held_minor");
  }

  private long count(String from) {
    return count(from, "count(*)");
  }

  private long count(String from, String what) {
    return TestDatabase.autoCommitting()
        .first(
            "select " + what + " as number from " + from,
            row -> row.number("number"),
            card.account.value())
        .orElseThrow();
  }
}
