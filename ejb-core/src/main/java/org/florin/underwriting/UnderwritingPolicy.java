package org.florin.underwriting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.florin.kernel.Money;
import org.florin.underwriting.CreditPolicy.Band;
import org.florin.underwriting.CreditPolicy.BandOutcome;
import org.florin.underwriting.CreditPolicy.KnockOut;
import org.florin.underwriting.CreditPolicy.ScoreLine;

/**
 * Decides an application by a policy: pure, so that the same inputs give the same answer for ever.
 * Knock-outs first, then the score card, then the ability to pay.
 */
public final class UnderwritingPolicy {

  private static final int REASONS_MAX = 4;
  private static final int MONTHS = 12;
  private static final int PERCENT = 100;
  private static final int KNOCK_OUT_WEIGHT = 1000;

  private record Weighed(String code, int weight) {}

  private final CreditPolicy policy;
  private final ApplicantFacts facts;
  private final List<TraceLine> trace = new ArrayList<>();
  private final List<Weighed> against = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();
  private boolean knockedOut;

  private UnderwritingPolicy(CreditPolicy policy, ApplicantFacts facts) {
    this.policy = policy;
    this.facts = facts;
  }

  /** What the policy makes of the applicant. */
  public static Recommendation decide(CreditPolicy policy, ApplicantFacts facts) {
    return new UnderwritingPolicy(policy, facts).decide();
  }

  private Recommendation decide() {
    policy.knockOuts().forEach(this::knockOut);
    var band = facts.hasReport() ? byScore() : withoutReport();
    var limit = limit(band);
    var wish = facts.requestedLimit();
    if (knockedOut) {
      return recommendation(Outcome.DECLINED, Optional.empty(), band, heaviest());
    }
    if (!unclear.isEmpty()) {
      return recommendation(Outcome.REFERRED, Optional.of(limit), band, unclear);
    }
    return wish.isPresent() && limit.compareTo(wish.get()) < 0
        ? recommendation(Outcome.COUNTEROFFERED, Optional.of(limit), band, heaviest())
        : recommendation(Outcome.APPROVED, Optional.of(limit), band, List.of());
  }

  private Recommendation recommendation(
      Outcome outcome, Optional<Money> limit, Band band, List<String> codes) {
    return new Recommendation(
        outcome,
        limit,
        outcome == Outcome.DECLINED ? Optional.empty() : Optional.of(policy.apr(band)),
        ReasonTexts.ranked(codes.stream().distinct().limit(REASONS_MAX).toList()),
        facts.value(ApplicantAttribute.BUREAU_SCORE).map(Math::toIntExact),
        List.copyOf(trace));
  }

  private void knockOut(KnockOut knockOut) {
    var known =
        knockOut.conditions().stream()
            .allMatch(condition -> facts.value(condition.attribute()).isPresent());
    if (known) {
      var evidence =
          knockOut.conditions().stream()
              .map(condition -> facts.text(condition.attribute()))
              .collect(Collectors.joining(", "));
      check(
          knockOut.name(),
          evidence,
          knockOut.conditions().stream().allMatch(condition -> condition.isMetBy(facts)),
          knockOut.reason());
    }
  }

  private Band byScore() {
    var gained = 0;
    var lost = 0;
    var gaining = new ArrayList<String>();
    for (var line : policy.scoreCard()) {
      var points = points(line);
      if (points > 0) {
        gained += points;
        gaining.add(line.reason());
      } else if (points < 0) {
        lost += points;
        against.add(new Weighed(line.reason(), -points));
      }
    }
    var band = policy.band(gained + lost);
    trace.add(
        new TraceLine(
            "band",
            gained + lost + " points: band " + band.name(),
            band.outcome().name().toLowerCase(Locale.ROOT)));
    var missing = policy.approvalPoints() - gained;
    if (missing > 0) {
      gaining.forEach(reason -> against.add(new Weighed(reason, missing)));
    }
    switch (band.outcome()) {
      case APPROVE -> {}
      case REFER -> unclear.add("score_in_review_band");
      case DECLINE -> knockedOut = true;
    }
    return band;
  }

  private int points(ScoreLine line) {
    var points = line.points(facts.valueOrZero(line.attribute()));
    trace.add(
        new TraceLine(
            line.attribute().code(),
            facts.text(line.attribute()),
            points < 0 ? Integer.toString(points) : "+" + points));
    return points;
  }

  private Band withoutReport() {
    trace.add(new TraceLine("credit bureau", facts.bureau(), "refer"));
    unclear.add(
        switch (facts.bureau()) {
          case "no_hit" -> "no_credit_file";
          case "frozen" -> "credit_file_frozen";
          default -> "bureau_unavailable";
        });
    return policy.withoutReport();
  }

  /** The limit that band, policy, wish and ability to pay allow; knocks out if there is none. */
  private Money limit(Band band) {
    var range = policy.limit();
    var income = facts.valueOrZero(ApplicantAttribute.ANNUAL_INCOME);
    var payable = payable(income / MONTHS);
    var byIncome = income * band.incomePercent() / PERCENT;
    var most = Math.min(Math.min(payable, byIncome), range.max());
    var rounded = most / range.step() * range.step();
    if (payable >= range.min() && rounded < range.min() && band.outcome() != BandOutcome.DECLINE) {
      check("limit by income", money(rounded).toString(), true, "insufficient_income");
    }
    facts
        .requestedLimit()
        .filter(wish -> rounded < wish.minor() && !knockedOut)
        .ifPresent(
            wish ->
                against.add(new Weighed(binding(most, payable, range.max()), KNOCK_OUT_WEIGHT)));
    var limit = facts.requestedLimit().map(money(rounded)::min).orElse(money(rounded));
    trace.add(new TraceLine("limit", limit.toString(), "band " + band.name()));
    return limit;
  }

  /** What a new line could be if the monthly payments must stay within the income's share. */
  private long payable(long monthlyIncome) {
    var owed =
        Math.addExact(
            facts.valueOrZero(ApplicantAttribute.MONTHLY_HOUSING),
            facts.valueOrZero(ApplicantAttribute.MONTHLY_OBLIGATIONS));
    var payable = policy.payableLimitMinor(monthlyIncome, owed);
    var burden = monthlyIncome == 0 ? PERCENT : owed * PERCENT / monthlyIncome;
    var evidence = burden + " % before this line";
    if (payable < policy.limit().min()) {
      check("debt to income", evidence, true, "excessive_obligations");
    } else if (burden > policy.abilityToPay().debtToIncomePercentRefer()) {
      unclear.add("excessive_obligations");
      trace.add(new TraceLine("debt to income", evidence, "refer"));
    } else {
      trace.add(new TraceLine("debt to income", evidence, "pass"));
    }
    return payable;
  }

  /** Why the limit isn't what was asked for. */
  private static String binding(long most, long payable, long limitMax) {
    if (most == payable) {
      return "excessive_obligations";
    }
    return most == limitMax ? "amount_above_product" : "insufficient_income";
  }

  private void check(String rule, String evidence, boolean fails, String code) {
    trace.add(new TraceLine(rule, evidence, fails ? "decline" : "pass"));
    if (fails) {
      knockedOut = true;
      against.add(new Weighed(code, KNOCK_OUT_WEIGHT));
    }
  }

  private List<String> heaviest() {
    return against.stream()
        .sorted(Comparator.comparingInt(Weighed::weight).reversed())
        .map(Weighed::code)
        .toList();
  }

  private Money money(long minor) {
    return new Money(Math.max(0, minor), facts.currency());
  }
}
