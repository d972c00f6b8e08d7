package org.florin.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.Test;

class CreditApplicationTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Actor UNA = new Actor("usr_una", "portal");
  private static final Actor UWE = new Actor("usr_uwe", "portal");
  private static final Money LIMIT = Money.usd(12_000_00);

  @Test
  void an_approval_is_an_offer_for_thirty_days() {
    var application = verifying();
    application.take(
        new Recommendation.Approve(LIMIT, AnnualRate.of("20.00"), Optional.of(800), List.of()),
        Actor.SYSTEM,
        NOW);
    var decision = application.view().decision().orElseThrow();
    assertEquals("approved", decision.outcome());
    assertEquals("20.00", decision.apr().orElseThrow().toString());
    assertFalse(application.isOfferOver(NOW.plus(Duration.ofDays(30))));
    assertTrue(application.isOfferOver(NOW.plus(Duration.ofDays(30)).plusMillis(1)));
  }

  @Test
  void a_refusal_has_reasons_and_a_date_by_which_they_must_be_told() {
    var application = verifying();
    var reason = ReasonTexts.reason(1, "low_credit_score");
    application.take(
        new Recommendation.Decline(List.of(reason), Optional.of(500), List.of()),
        Actor.SYSTEM,
        NOW);
    assertEquals(List.of(reason), application.view().decision().orElseThrow().reasons());
    assertEquals(
        NOW.plus(Duration.ofDays(30)), application.view().adverseActionDueAt().orElseThrow());
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
    application.approve(LIMIT, UNA, NOW);
    accept(application);
    assertEquals(ApplicationStatus.ACCEPTED, application.status());
    assertThrows(IllegalStateException.class, () -> accept(application));
    assertThrows(IllegalStateException.class, () -> application.withdraw(NOW));
  }

  @Test
  void the_form_survives_the_seal() {
    var form = UnderwritingPolicyTest.form();
    assertEquals(form, ApplicationDocument.decode(ApplicationDocument.encode(form)));
  }

  private static void accept(CreditApplication application) {
    application.accept(CustomerId.create(), AccountId.create(), CardId.create(), NOW);
  }

  private static CreditApplication inReview() {
    var application = verifying();
    application.take(
        new Recommendation.Refer(
            LIMIT,
            AnnualRate.of("26.99"),
            List.of(ReasonTexts.reason(1, "no_credit_file")),
            Optional.empty(),
            List.of(new TraceLine("credit bureau", "no_hit", "refer"))),
        Actor.SYSTEM,
        NOW);
    return application;
  }

  private static CreditApplication verifying() {
    var application =
        CreditApplication.receive(
            UnderwritingPolicyTest.form(),
            new byte[32],
            new BureauAnswer.NoHit(),
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
