package org.florin.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.Outcome;
import org.florin.underwriting.ReasonTexts;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.TraceLine;
import org.junit.jupiter.api.Test;

class CreditApplicationTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Actor UNA = new Actor("usr_una", "portal");
  private static final Actor UWE = new Actor("usr_uwe", "portal");
  private static final Money ASKED = Money.usd(1_000_00);
  private static final Money LIMIT = Money.usd(12_000_00);
  private static final Money LESS = Money.usd(600_00);
  private static final List<DecisionReason> REASONS =
      ReasonTexts.ranked(List.of("low_credit_score"));

  @Test
  void an_approval_is_an_offer_for_thirty_days() {
    var application = verifying();
    application.take(recommended(Outcome.APPROVED, LIMIT, "20.00"), Actor.SYSTEM, NOW);
    var decision = application.view().decision().orElseThrow();
    assertEquals("approved", decision.outcome());
    assertEquals("20.00", decision.apr().orElseThrow().toString());
    assertFalse(application.isOfferOver(NOW.plus(Duration.ofDays(30))));
    assertTrue(application.isOfferOver(NOW.plus(Duration.ofDays(30)).plusMillis(1)));
  }

  @Test
  void a_refusal_has_reasons_and_a_date_by_which_they_must_be_told() {
    var application = verifying();
    var reason = REASONS.getFirst();
    application.take(recommended(Outcome.DECLINED, LIMIT, "20.00"), Actor.SYSTEM, NOW);
    assertEquals(List.of(reason), application.view().decision().orElseThrow().reasons());
    assertEquals(NOW.plus(Duration.ofDays(30)), application.view().noticeDueAt().orElseThrow());
  }

  @Test
  void a_limit_above_authority_needs_somebody_else_and_the_same_amount() {
    var application = inReview();
    application.propose(LIMIT, UNA, NOW);
    assertFalse(application.isProposedByAnother(LIMIT, UNA));
    assertFalse(application.isProposedByAnother(LIMIT.plus(Money.usd(1)), UWE));
    assertTrue(application.isProposedByAnother(LIMIT, UWE));
  }

  @Test
  void only_an_approval_can_be_accepted_and_only_once() {
    var application = inReview();
    assertThrows(IllegalStateException.class, () -> accept(application));
    application.offer(ASKED, List.of(), UNA, NOW);
    accept(application);
    assertEquals(ApplicationStatus.ACCEPTED, application.status());
    assertThrows(IllegalStateException.class, () -> accept(application));
    assertThrows(IllegalStateException.class, () -> application.withdraw(NOW));
  }

  @Test
  void an_approval_of_less_than_was_asked_for_is_a_counteroffer_with_reasons() {
    var application = inReview();
    assertThrows(
        IllegalArgumentException.class, () -> application.offer(LESS, List.of(), UNA, NOW));
    application.offer(LESS, REASONS, UNA, NOW);
    assertEquals(ApplicationStatus.COUNTEROFFERED, application.status());
    assertEquals(REASONS, application.view().decision().orElseThrow().reasons());
    assertTrue(application.view().noticeDueAt().isPresent());
    accept(application);
    assertEquals(ApplicationStatus.ACCEPTED, application.status());
  }

  @Test
  void the_time_to_decide_does_not_run_while_documents_are_missing() {
    var application = inReview();
    assertEquals(NOW.plus(Duration.ofDays(30)), application.view().noticeDueAt().orElseThrow());
    var asked = NOW.plus(Duration.ofDays(5));
    application.lackDocuments(asked);
    assertEquals(ApplicationStatus.INCOMPLETE, application.status());
    assertEquals(Optional.empty(), application.view().noticeDueAt());
    assertEquals(
        asked.plus(Duration.ofDays(30)), application.view().documentsDueAt().orElseThrow());
    assertThrows(IllegalStateException.class, () -> application.decline(REASONS, UNA, NOW));
    var complete = NOW.plus(Duration.ofDays(20));
    application.complete(complete);
    assertEquals(ApplicationStatus.IN_REVIEW, application.status());
    assertEquals(
        complete.plus(Duration.ofDays(30)), application.view().noticeDueAt().orElseThrow());
  }

  @Test
  void only_a_decision_can_be_told_and_only_once() {
    var application = inReview();
    assertFalse(application.noteNotice(NOW));
    application.decline(REASONS, UNA, NOW);
    assertTrue(application.noteNotice(NOW));
    assertFalse(application.noteNotice(NOW));
  }

  @Test
  void what_it_rested_on_is_kept() {
    var sheet = verifying().factSheet(new NoVault()).orElseThrow();
    assertEquals(UnderwritingTest.form(), sheet.form());
    assertEquals(new BureauAnswer.NoHit(), sheet.bureau());
  }

  @Test
  void the_form_survives_the_seal() {
    var form = UnderwritingTest.form();
    assertEquals(form, ApplicationDocument.decode(ApplicationDocument.encode(form)));
  }

  private static void accept(CreditApplication application) {
    application.accept(CustomerId.create(), AccountId.create(), CardId.create(), NOW);
  }

  private static Recommendation recommended(Outcome outcome, Money limit, String apr) {
    return new Recommendation(
        outcome,
        Optional.of(limit),
        Optional.of(AnnualRate.of(apr)),
        outcome == Outcome.APPROVED ? List.of() : REASONS,
        Optional.of(800),
        List.of(new TraceLine("credit bureau", "no_hit", "refer")));
  }

  private static CreditApplication inReview() {
    var application = verifying();
    application.take(recommended(Outcome.REFERRED, LIMIT, "26.99"), Actor.SYSTEM, NOW);
    return application;
  }

  private static CreditApplication verifying() {
    var application =
        CreditApplication.receive(
            new FactSheet(
                UnderwritingTest.form(), new BureauAnswer.NoHit(), LocalDate.of(2026, 3, 1)),
            new byte[32],
            1,
            new NoVault(),
            new Actor("public", "portal"),
            NOW);
    application.verify(NOW);
    return application;
  }

  private static final class NoVault implements PersonalDataVault {

    @Override
    public byte[] newDataKey(UUID owner) {
      return new byte[0];
    }

    @Override
    public byte[] seal(byte[] wrappedKey, UUID owner, byte[] plain) {
      return plain;
    }

    @Override
    public byte[] open(byte[] wrappedKey, UUID owner, byte[] sealed) {
      return sealed;
    }

    @Override
    public byte[] indexOf(String field, String normalizedValue) {
      return new byte[32];
    }
  }
}
