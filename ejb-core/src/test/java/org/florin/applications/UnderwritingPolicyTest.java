package org.florin.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.florin.applications.ApplicationForm.Consents;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.applications.BureauAnswer.Report;
import org.florin.applications.BureauAnswer.TradeLine;
import org.florin.customers.PersonalDetails;
import org.florin.customers.PostalAddress;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;
import org.florin.products.CardProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderwritingPolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final CardProduct CLASSIC =
      new CardProduct(
          "classic",
          LocalDate.of(2020, 1, 1),
          "Florin Classic",
          "400009",
          AnnualRate.of("19.99"),
          Money.usd(500_00),
          Money.usd(15_000_00),
          20,
          4);
  private static final PolicyTerms TERMS = PolicyTerms.parse(1, shippedPolicy());

  @Test
  void a_clean_file_gets_what_was_asked_for_at_the_product_s_rate() {
    var decision = assertInstanceOf(Recommendation.Approve.class, decide(form(), clean(800)));
    assertEquals(Money.usd(1_000_00), decision.limit());
    assertEquals("19.99", decision.apr().toString());
    assertEquals(Optional.of(800), decision.score());
  }

  @ParameterizedTest
  @CsvSource({
    "300, DECLINE, ''",
    "599, DECLINE, ''",
    "600, REFER, 26.99",
    "659, REFER, 26.99",
    "660, APPROVE, 24.99",
    "699, APPROVE, 24.99",
    "700, APPROVE, 21.99",
    "739, APPROVE, 21.99",
    "740, APPROVE, 19.99",
    "850, APPROVE, 19.99"
  })
  void the_score_of_a_clean_file_chooses_the_band(int score, String outcome, String apr) {
    switch (decide(form(), clean(score))) {
      case Recommendation.Approve approve -> {
        assertEquals("APPROVE", outcome);
        assertEquals(apr, approve.apr().toString());
      }
      case Recommendation.Refer refer -> {
        assertEquals("REFER", outcome);
        assertEquals(apr, refer.proposedApr().toString());
        assertEquals("score_in_review_band", refer.causes().getFirst().code());
      }
      case Recommendation.Decline decline -> {
        assertEquals("DECLINE", outcome);
        assertEquals("low_credit_score", decline.reasons().getFirst().code());
      }
    }
  }

  @Test
  void whoever_the_bureau_can_t_speak_of_is_looked_at_by_a_person() {
    for (var answer :
        List.of(
            new BureauAnswer.NoHit(), new BureauAnswer.Frozen(), new BureauAnswer.Unavailable())) {
      var decision = assertInstanceOf(Recommendation.Refer.class, decide(form(), answer));
      assertEquals(1, decision.causes().size());
      assertTrue(decision.proposedLimit().isPositive());
    }
  }

  @Test
  void obligations_that_leave_no_room_are_a_reason() {
    var decision =
        assertInstanceOf(
            Recommendation.Decline.class, decide(form(9_000_000, 337_000, 30), clean(800)));
    assertEquals("excessive_obligations", decision.reasons().getFirst().code());
  }

  @Test
  void room_for_the_smallest_limit_is_enough_but_a_person_looks() {
    var decision =
        assertInstanceOf(
            Recommendation.Refer.class, decide(form(9_000_000, 331_000, 30), clean(800)));
    assertEquals("excessive_obligations", decision.causes().getFirst().code());
  }

  @ParameterizedTest
  @CsvSource({"999999, true", "1000000, false"})
  void income_below_the_minimum_knocks_out(long income, boolean declined) {
    assertEquals(
        declined, decide(form(income, 10_000, 30), clean(800)) instanceof Recommendation.Decline);
  }

  @Test
  void an_applicant_under_21_needs_own_income() {
    var decision =
        assertInstanceOf(
            Recommendation.Decline.class,
            decide(withEmployment(form(9_000_000, 0, 20), "student"), clean(800)));
    assertEquals("no_independent_income", decision.reasons().getFirst().code());
    assertInstanceOf(
        Recommendation.Approve.class,
        decide(withEmployment(form(9_000_000, 0, 21), "student"), clean(800)));
  }

  @Test
  void reasons_are_four_at_most_heaviest_first() {
    var late = new TradeLine("revolving", TODAY.minusMonths(3), usd(1000), usd(950), usd(50), 60);
    var decision =
        assertInstanceOf(
            Recommendation.Decline.class,
            decide(
                withEmployment(form(100_00, 0, 30), "unemployed"),
                new Report(500, List.of(late), 3)));
    assertEquals(4, decision.reasons().size());
    assertEquals(1, decision.reasons().getFirst().rank());
    assertEquals("insufficient_income", decision.reasons().get(0).code());
    assertEquals("serious_derogatory", decision.reasons().get(1).code());
  }

  @Test
  void utilisation_counts_above_fifty_and_eighty_percent() {
    assertInstanceOf(Recommendation.Approve.class, decide(form(), used(660, 50)));
    assertInstanceOf(Recommendation.Refer.class, decide(form(), used(660, 51)));
    assertInstanceOf(Recommendation.Approve.class, decide(form(), used(675, 80)));
    assertInstanceOf(Recommendation.Refer.class, decide(form(), used(675, 81)));
  }

  @Test
  void a_better_score_never_gets_a_worse_answer() {
    var random = new Random(11);
    for (var round = 0; round < 500; round++) {
      var form =
          form(
              1_000_000 + random.nextInt(20_000_000),
              random.nextInt(300_000),
              18 + random.nextInt(60));
      var lower = 300 + random.nextInt(500);
      var worse = decide(form, clean(lower));
      var better = decide(form, clean(lower + random.nextInt(50)));
      assertTrue(rank(better) >= rank(worse), "score " + lower);
      if (worse instanceof Recommendation.Approve low
          && better instanceof Recommendation.Approve high) {
        assertTrue(high.limit().compareTo(low.limit()) >= 0);
        assertTrue(high.apr().compareTo(low.apr()) <= 0);
      }
    }
  }

  @Test
  void an_offer_never_leaves_the_bounds_of_wish_and_product() {
    var random = new Random(12);
    for (var round = 0; round < 500; round++) {
      var form = form(random.nextInt(90_000_000), random.nextInt(500_000), 18 + random.nextInt(60));
      if (decide(form, clean(300 + random.nextInt(550))) instanceof Recommendation.Approve offer) {
        assertTrue(offer.limit().compareTo(CLASSIC.limitMin()) >= 0);
        assertTrue(offer.limit().compareTo(form.requestedLimit().orElseThrow()) <= 0);
      }
    }
  }

  @Test
  void the_same_inputs_give_the_same_answer_with_the_same_trace() {
    assertEquals(decide(form(), used(675, 81)), decide(form(), used(675, 81)));
  }

  private static int rank(Recommendation recommendation) {
    return switch (recommendation) {
      case Recommendation.Decline decline -> 0;
      case Recommendation.Refer refer -> 1;
      case Recommendation.Approve approve -> 2;
    };
  }

  private static Recommendation decide(ApplicationForm form, BureauAnswer answer) {
    return UnderwritingPolicy.decide(
        new UnderwritingPolicy.Facts(form, answer, CLASSIC, TERMS, TODAY));
  }

  private static Report clean(int score) {
    return used(score, 10);
  }

  private static Report used(int score, int percent) {
    var lines = new ArrayList<TradeLine>();
    lines.add(
        new TradeLine("revolving", TODAY.minusYears(9), usd(1000), usd(percent * 10), usd(0), 0));
    lines.add(new TradeLine("installment", TODAY.minusYears(4), usd(9000), usd(8000), usd(0), 0));
    return new Report(score, lines, 0);
  }

  private static Money usd(long dollars) {
    return Money.usd(dollars * 100);
  }

  static ApplicationForm form() {
    return form(9_000_000, 150_000, 40);
  }

  private static ApplicationForm form(long income, long housing, int ageYears) {
    return new ApplicationForm(
        "classic",
        "USD",
        Optional.of(Money.usd(1_000_00)),
        new PersonalDetails(
            "Ada",
            null,
            "Byron",
            TODAY.minusYears(ageYears),
            "900550800",
            "ada@example.com",
            "+15125550100",
            new PostalAddress("1 Main St", null, "Austin", "TX", "78701", "US")),
        Money.usd(income),
        new Housing("rent", Money.usd(housing)),
        new Employment("employed", Optional.of("Acme")),
        new Consents(true, "2026-01"),
        true);
  }

  private static ApplicationForm withEmployment(ApplicationForm form, String status) {
    return new ApplicationForm(
        form.product(),
        form.currency(),
        form.requestedLimit(),
        form.applicant(),
        form.annualIncome(),
        form.housing(),
        new Employment(status, Optional.empty()),
        form.consents(),
        form.accept());
  }

  /** The policy as the migration ships it. */
  private static String shippedPolicy() {
    try (var migration =
        UnderwritingPolicyTest.class.getResourceAsStream(
            "/db/migration/V20261122_300__applications_create_application.sql")) {
      var sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      var start = sql.indexOf("'{") + 1;
      return sql.substring(start, sql.indexOf("}')", start) + 1);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
