package org.florin.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.florin.kernel.Money;
import org.florin.underwriting.CreditPolicy;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.Outcome;
import org.florin.underwriting.PolicyFile;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.RecommendationDocument;
import org.florin.underwriting.UnderwritingPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderwritingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final CreditPolicy POLICY = PolicyFile.kept(shippedPolicy());

  @Test
  void a_clean_file_gets_what_was_asked_for_at_the_product_s_rate() {
    var decision = decided(Outcome.APPROVED, form(), clean(800));
    assertEquals(Money.usd(1_000_00), decision.limit().orElseThrow());
    assertEquals("19.99", decision.apr().orElseThrow().toString());
    assertEquals(Optional.of(800), decision.score());
  }

  @ParameterizedTest
  @CsvSource({
    "300, DECLINED, ''",
    "599, DECLINED, ''",
    "600, REFERRED, 26.99",
    "659, REFERRED, 26.99",
    "660, APPROVED, 24.99",
    "699, APPROVED, 24.99",
    "700, APPROVED, 21.99",
    "739, APPROVED, 21.99",
    "740, APPROVED, 19.99",
    "850, APPROVED, 19.99"
  })
  void the_score_of_a_clean_file_chooses_the_band(int score, Outcome outcome, String apr) {
    var decision = decided(outcome, form(), clean(score));
    assertEquals(apr, decision.apr().map(Object::toString).orElse(""));
    assertEquals(
        switch (outcome) {
          case APPROVED, COUNTEROFFERED -> List.of();
          case REFERRED -> List.of("score_in_review_band");
          case DECLINED -> List.of("low_credit_score");
        },
        decision.reasons().stream().map(DecisionReason::code).toList());
  }

  @Test
  void whoever_the_bureau_can_t_speak_of_is_looked_at_by_a_person() {
    for (var answer :
        List.of(
            new BureauAnswer.NoHit(), new BureauAnswer.Frozen(), new BureauAnswer.Unavailable())) {
      var decision = decided(Outcome.REFERRED, form(), answer);
      assertEquals(1, decision.reasons().size());
      assertTrue(decision.limit().orElseThrow().isPositive());
    }
  }

  @Test
  void obligations_that_leave_no_room_are_a_reason() {
    var decision = decided(Outcome.DECLINED, form(9_000_000, 337_000, 30), clean(800));
    assertEquals("excessive_obligations", decision.reasons().getFirst().code());
  }

  @Test
  void room_for_the_smallest_limit_is_enough_but_a_person_looks() {
    var decision = decided(Outcome.REFERRED, form(9_000_000, 331_000, 30), clean(800));
    assertEquals("excessive_obligations", decision.reasons().getFirst().code());
  }

  @ParameterizedTest
  @CsvSource({"999999, true", "1000000, false"})
  void income_below_the_minimum_knocks_out(long income, boolean declined) {
    assertEquals(
        declined, decide(form(income, 10_000, 30), clean(800)).outcome() == Outcome.DECLINED);
  }

  @Test
  void an_applicant_under_21_needs_own_income() {
    var decision =
        decided(Outcome.DECLINED, withEmployment(form(9_000_000, 0, 20), "student"), clean(800));
    assertEquals("no_independent_income", decision.reasons().getFirst().code());
    decided(Outcome.APPROVED, withEmployment(form(9_000_000, 0, 21), "student"), clean(800));
  }

  @Test
  void reasons_are_four_at_most_heaviest_first() {
    var late = new TradeLine("revolving", TODAY.minusMonths(3), usd(1000), usd(950), usd(50), 60);
    var decision =
        decided(
            Outcome.DECLINED,
            withEmployment(form(100_00, 0, 30), "unemployed"),
            new Report(500, List.of(late), 3));
    assertEquals(4, decision.reasons().size());
    assertEquals(1, decision.reasons().getFirst().rank());
    assertEquals("insufficient_income", decision.reasons().get(0).code());
    assertEquals("serious_derogatory", decision.reasons().get(1).code());
  }

  @Test
  void utilisation_counts_above_fifty_and_eighty_percent() {
    decided(Outcome.APPROVED, form(), used(660, 50));
    decided(Outcome.REFERRED, form(), used(660, 51));
    decided(Outcome.APPROVED, form(), used(675, 80));
    decided(Outcome.REFERRED, form(), used(675, 81));
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
      if (isOffer(worse) && isOffer(better)) {
        assertTrue(better.limit().orElseThrow().compareTo(worse.limit().orElseThrow()) >= 0);
        assertTrue(better.apr().orElseThrow().compareTo(worse.apr().orElseThrow()) <= 0);
      }
    }
  }

  @Test
  void an_offer_never_leaves_the_bounds_of_wish_and_product() {
    var random = new Random(12);
    for (var round = 0; round < 500; round++) {
      var form = form(random.nextInt(90_000_000), random.nextInt(500_000), 18 + random.nextInt(60));
      var decision = decide(form, clean(300 + random.nextInt(550)));
      if (isOffer(decision)) {
        var limit = decision.limit().orElseThrow();
        assertTrue(limit.compareTo(Money.usd(500_00)) >= 0);
        assertTrue(limit.compareTo(form.requestedLimit().orElseThrow()) <= 0);
      }
    }
  }

  @Test
  void the_same_inputs_give_the_same_answer_with_the_same_trace() {
    assertEquals(decide(form(), used(675, 81)), decide(form(), used(675, 81)));
  }

  @Test
  void less_than_was_asked_for_is_a_counteroffer_and_says_why() {
    var byIncome = decided(Outcome.COUNTEROFFERED, wishing(9_000_000, 30_000_00), clean(700));
    assertEquals(Money.usd(15_000_00), byIncome.limit().orElseThrow());
    assertEquals("amount_above_product", byIncome.reasons().getFirst().code());
    var byBand = decided(Outcome.COUNTEROFFERED, wishing(4_000_000, 8_000_00), clean(700));
    assertEquals(Money.usd(7_200_00), byBand.limit().orElseThrow());
    assertEquals("insufficient_income", byBand.reasons().getFirst().code());
    var asked = decided(Outcome.APPROVED, wishing(4_000_000, 7_200_00), clean(700));
    assertEquals(Money.usd(7_200_00), asked.limit().orElseThrow());
  }

  @Test
  void the_stored_form_of_a_decision_gives_it_back() {
    for (var decision :
        List.of(
            decide(form(), clean(800)),
            decide(form(), new BureauAnswer.NoHit()),
            decide(form(), clean(400)))) {
      assertEquals(
          decision, RecommendationDocument.decode(RecommendationDocument.encode(decision)));
    }
  }

  @Test
  void the_report_survives_the_seal() {
    for (var answer : List.of(used(675, 81), new BureauAnswer.NoHit(), new BureauAnswer.Frozen())) {
      assertEquals(answer, ApplicationDocument.decodeAnswer(ApplicationDocument.encode(answer)));
    }
  }

  private static ApplicationForm wishing(long income, long limit) {
    var form = form(income, 10_000, 40);
    return new ApplicationForm(
        form.product(),
        form.currency(),
        Optional.of(Money.usd(limit)),
        form.applicant(),
        form.annualIncome(),
        form.housing(),
        form.employment(),
        form.consents(),
        form.accept());
  }

  private static boolean isOffer(Recommendation decision) {
    return decision.outcome() == Outcome.APPROVED || decision.outcome() == Outcome.COUNTEROFFERED;
  }

  private static int rank(Recommendation decision) {
    return switch (decision.outcome()) {
      case DECLINED -> 0;
      case REFERRED -> 1;
      case COUNTEROFFERED, APPROVED -> 2;
    };
  }

  private static Recommendation decided(
      Outcome outcome, ApplicationForm form, BureauAnswer answer) {
    var decision = decide(form, answer);
    assertEquals(outcome, decision.outcome(), decision.toString());
    return decision;
  }

  private static Recommendation decide(ApplicationForm form, BureauAnswer answer) {
    return UnderwritingPolicy.decide(POLICY, new FactSheet(form, answer, TODAY).facts());
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
  static String shippedPolicy() {
    try (var migration =
        UnderwritingTest.class.getResourceAsStream(
            "/db/migration/V20261123_200__underwriting_version_policy.sql")) {
      var sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      var start = sql.indexOf("'{") + 1;
      return sql.substring(start, sql.indexOf("}'", start) + 1);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
