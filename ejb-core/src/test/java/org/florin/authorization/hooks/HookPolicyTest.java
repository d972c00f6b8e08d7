package org.florin.authorization.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.florin.authorization.hooks.HookRuling.By;
import org.florin.kernel.HookCallId;
import org.florin.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner's answer, or its silence, means. */
class HookPolicyTest {

  private static final Optional<StandInLimits> NONE = Optional.empty();

  private static HookRuling rule(
      Optional<StandInLimits> standIn, HookAnswer answer, long approvable, StandInUse today) {
    return HookPolicy.rule(
        standIn,
        new HookResult(HookCallId.create(), Money.usd(1_000), answer, 12),
        approvable,
        today);
  }

  @Test
  void an_approval_is_never_for_more_than_was_asked_or_than_there_is_now() {
    var all = new HookAnswer.Approved(Optional.empty());
    assertEquals(new HookRuling(By.PARTNER, 1_000), rule(NONE, all, 1_000, StandInUse.NONE));
    assertEquals(new HookRuling(By.PARTNER, 1_000), rule(NONE, all, 2_000, StandInUse.NONE));
    assertEquals(new HookRuling(By.PARTNER, 400), rule(NONE, all, 400, StandInUse.NONE));
    assertEquals(
        new HookRuling(By.PARTNER, 300),
        rule(NONE, new HookAnswer.Approved(Optional.of(300L)), 1_000, StandInUse.NONE));
  }

  @Test
  void silence_and_failure_decline_unless_the_program_stands_in() {
    for (var nothing :
        new HookAnswer[] {new HookAnswer.TimedOut(), new HookAnswer.Failed("gone")}) {
      assertEquals(new HookRuling(By.DEFAULT, 0), rule(NONE, nothing, 100, StandInUse.NONE));
    }
    assertEquals(
        new HookRuling(By.PARTNER, 0),
        rule(
            Optional.of(new StandInLimits(1_000, 1_000, 9)),
            new HookAnswer.Declined(),
            100,
            StandInUse.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "500, 0, 0, true",
    "501, 0, 0, false",
    "500, 700, 1, true",
    "500, 701, 1, false",
    "1, 0, 2, true",
    "1, 0, 3, false"
  })
  void stand_in_has_room_for_an_amount_a_day_and_a_number(
      long amount, long before, int count, boolean approved) {
    var limits = Optional.of(new StandInLimits(500, 1_200, 3));
    var ruling = rule(limits, new HookAnswer.TimedOut(), amount, new StandInUse(before, count));
    assertEquals(By.STAND_IN, ruling.by());
    assertEquals(approved, ruling.isApproved());
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, error",
    "-1, true, error",
    "1001, true, error",
    "1000, false, approved",
    "999, false, error",
    "999, true, approved",
    "1, true, approved"
  })
  void an_answer_that_does_not_fit_its_question_is_none(
      long amount, boolean partAllowed, String code) {
    var answer =
        HookPolicy.checked(new HookAnswer.Approved(Optional.of(amount)), 1_000, partAllowed);
    assertEquals(code, answer.code());
  }

  @Test
  void a_partner_that_fails_is_left_alone_and_then_tried_once() {
    var breaker = new HookBreaker(2, Duration.ofSeconds(5));
    var start = Instant.EPOCH;
    assertTrue(breaker.allows(start));
    assertFalse(breaker.failed(start));
    assertTrue(breaker.allows(start));
    assertTrue(breaker.failed(start));
    assertFalse(breaker.allows(start.plusSeconds(4)));
    assertTrue(breaker.allows(start.plusSeconds(5)));
    assertFalse(breaker.allows(start.plusSeconds(5)));
    assertFalse(breaker.failed(start.plusSeconds(6)));
    assertFalse(breaker.allows(start.plusSeconds(10)));
    assertTrue(breaker.allows(start.plusSeconds(11)));
    breaker.succeeded();
    assertTrue(breaker.allows(start.plusSeconds(11)));
    assertFalse(breaker.failed(start.plusSeconds(11)));
  }
}
