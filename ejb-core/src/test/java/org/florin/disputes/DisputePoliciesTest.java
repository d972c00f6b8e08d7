package org.florin.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import org.florin.kernel.Money;
import org.florin.ledger.PostingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisputePoliciesTest {

  private static final DisputeRule RULE = new DisputeRule(60, 30, 90, 2, 120, 5_000, 5_000);
  private static final LocalDate SHOWN = LocalDate.of(2026, 3, 5);

  @ParameterizedTest
  @CsvSource({
    // Received within a cycle: the two cycles behind it count, unless 90 days are shorter.
    "2026-03-10, 5, 2026-06-05",
    "2026-03-06, 5, 2026-06-04",
    "2026-03-05, 5, 2026-05-05",
    "2026-01-28, 28, 2026-03-28"
  })
  void decided_within_two_complete_cycles_and_ninety_days(
      LocalDate received, int cycleDay, LocalDate resolveBy) {
    var deadlines = DisputeDeadlines.of(RULE, received, received.minusDays(9), cycleDay);

    assertEquals(resolveBy, deadlines.resolveBy());
    assertEquals(received.plusDays(30), deadlines.acknowledgeBy());
    assertEquals(received.plusDays(111), deadlines.chargebackBy());
  }

  @ParameterizedTest
  @CsvSource({"2026-05-04, true", "2026-05-05, false"})
  void notice_counts_for_sixty_days_behind_the_first_statement(LocalDate today, boolean inTime) {
    assertEquals(
        inTime
            ? Optional.empty()
            : Optional.of(new DisputeRefusal.TooLate(LocalDate.of(2026, 5, 4))),
        refusal(DisputeReason.WRONG_AMOUNT, 10_000, 10_000, 10_000, today, false));
    assertEquals(
        Optional.empty(), refusal(DisputeReason.WRONG_AMOUNT, 10_000, 10_000, 10_000, today, true));
  }

  @ParameterizedTest
  @CsvSource({"4000, true", "4001, false", "0, false", "-1, false"})
  void at_most_what_no_other_dispute_is_about(long wanted, boolean taken) {
    assertEquals(
        taken
            ? Optional.empty()
            : Optional.of(new DisputeRefusal.AboveUndisputed(Money.usd(4_000))),
        refusal(DisputeReason.NOT_RECEIVED, 10_000, 4_000, wanted, SHOWN, false));
  }

  @ParameterizedTest
  @CsvSource({"5000, false", "5001, true"})
  void quality_claims_are_for_more_than_fifty_dollars(long booked, boolean taken) {
    assertEquals(
        taken, refusal(DisputeReason.QUALITY, booked, booked, booked, SHOWN, false).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = PostingKind.class,
      names = {"REFUND", "PAYMENT", "PAYMENT_RETURN", "OPENING_BALANCE", "ADJUSTMENT"})
  void only_what_was_charged_is_disputable(PostingKind kind) {
    assertEquals(
        Optional.of(new DisputeRefusal.NotDisputable(kind.code())),
        DisputeIntakePolicy.refusal(
            new DisputeIntakePolicy.Facts(
                kind,
                DisputeReason.WRONG_AMOUNT,
                Money.usd(100),
                Money.usd(100),
                Money.usd(100),
                Optional.empty(),
                SHOWN,
                false),
            RULE));
  }

  private static Optional<DisputeRefusal> refusal(
      DisputeReason reason,
      long booked,
      long undisputed,
      long wanted,
      LocalDate today,
      boolean excused) {
    return DisputeIntakePolicy.refusal(
        new DisputeIntakePolicy.Facts(
            PostingKind.PURCHASE,
            reason,
            Money.usd(booked),
            Money.usd(undisputed),
            Money.usd(wanted),
            Optional.of(SHOWN),
            today,
            excused),
        RULE);
  }

  @ParameterizedTest
  @EnumSource(DisputeState.class)
  void outcome_is_final_and_the_merchant_is_right_only_after_an_investigation(DisputeState state) {
    var steps = DisputeStatePolicy.steps(state);

    assertEquals(state.isOpen(), !steps.isEmpty());
    assertEquals(state.isOpen(), steps.contains(DisputeStep.WITHDRAW));
    assertEquals(
        EnumSet.of(DisputeState.INVESTIGATING, DisputeState.CREDITED).contains(state),
        steps.contains(DisputeStep.RESOLVE_FOR_MERCHANT));
  }

  @Test
  void liability_always_sums() {
    var random = new Random(13);
    for (var i = 0; i < 10_000; i++) {
      var original = 1 + random.nextLong(1_000_000);
      var credited = random.nextLong(original + 1);
      var recovered = random.nextLong(credited + 1);
      var decided = Liability.undecided(original).credited(credited, recovered);
      assertEquals(
          original,
          decided.recoveredMinor() + decided.writtenOffMinor() + decided.remainingMinor());
      assertEquals(original - credited, decided.remainingMinor());
    }
    assertThrows(IllegalArgumentException.class, () -> new Liability(100, 50, 50, 1));
    assertThrows(IllegalArgumentException.class, () -> new Liability(100, -1, 100, 1));
  }

  @Test
  void evidence_is_told_by_its_content() {
    assertEquals(
        Optional.of("application/pdf"),
        EvidencePolicy.mediaType("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        Optional.of("image/png"),
        EvidencePolicy.mediaType(
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}));
    assertEquals(
        Optional.of("image/jpeg"),
        EvidencePolicy.mediaType(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));
    assertEquals(
        Optional.empty(),
        EvidencePolicy.mediaType("<html>%PDF-".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Optional.empty(), EvidencePolicy.mediaType(new byte[0]));
  }
}
