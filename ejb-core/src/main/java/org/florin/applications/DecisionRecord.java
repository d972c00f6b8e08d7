package org.florin.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.applications.ApplicationView.Decision;
import org.florin.kernel.Actor;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.Recommendation;
import org.florin.underwriting.RecommendationDocument;
import org.jspecify.annotations.Nullable;

/** What the policy recommended about an application, and what was decided. */
@Embeddable
class DecisionRecord {

  @Column(name = "policy_version")
  private int policyVersion;

  @Column(name = "decided_on")
  private @Nullable LocalDate decidedOn;

  private @Nullable String recommendation;
  private String trace;
  private @Nullable Integer score;
  private @Nullable String outcome;

  @Column(name = "credit_limit_minor")
  private @Nullable Long creditLimitMinor;

  @Column(precision = 7, scale = 4)
  private @Nullable BigDecimal apr;

  private String reasons;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  protected DecisionRecord() {}

  /** Nothing yet. */
  static DecisionRecord open(int policyVersion, LocalDate on) {
    var decision = new DecisionRecord();
    decision.policyVersion = policyVersion;
    decision.decidedOn = on;
    decision.reasons = RecommendationDocument.reasons(List.of());
    decision.trace = RecommendationDocument.trace(List.of());
    return decision;
  }

  /** Keeps what the policy recommends; its limit and rate are a proposal until it is decided. */
  void recommend(Recommendation recommended) {
    score = recommended.score().orElse(null);
    trace = RecommendationDocument.trace(recommended.trace());
    recommendation = RecommendationDocument.encode(recommended);
    reasons = RecommendationDocument.reasons(recommended.reasons());
    creditLimitMinor = recommended.limit().filter(Money::isPositive).map(Money::minor).orElse(null);
    apr = recommended.apr().map(AnnualRate::percent).orElse(null);
  }

  /**
   * @param limit of the offer; none with a refusal, which has no rate either
   * @param why principal reasons of a refusal or of an offer of less
   */
  void decide(
      ApplicationStatus status,
      Optional<Money> limit,
      List<DecisionReason> why,
      Actor actor,
      Instant now) {
    if (limit.isPresent() && apr == null) {
      throw new IllegalStateException("an offer has a rate");
    }
    outcome = status.word();
    creditLimitMinor = limit.map(Money::minor).orElse(null);
    apr = limit.isPresent() ? apr : null;
    reasons = RecommendationDocument.reasons(why);
    decidedBy = actor.name();
    decidedAt = now;
  }

  boolean isDecided() {
    return outcome != null;
  }

  int policyVersion() {
    return policyVersion;
  }

  /** The business date; not known of applications from before it was kept. */
  Optional<LocalDate> on() {
    return Optional.ofNullable(decidedOn);
  }

  /** What the policy made of it, before any person did. */
  Optional<Recommendation> recommendation() {
    return Optional.ofNullable(recommendation).map(RecommendationDocument::decode);
  }

  Optional<Money> creditLimit(String currency) {
    return Optional.ofNullable(creditLimitMinor).map(minor -> Money.of(minor, currency));
  }

  Optional<AnnualRate> rate() {
    return Optional.ofNullable(apr).map(DecisionRecord::twoDecimals);
  }

  Optional<Integer> score() {
    return Optional.ofNullable(score);
  }

  List<DecisionReason> reasons() {
    return RecommendationDocument.reasons(reasons);
  }

  String trace() {
    return trace;
  }

  Optional<Decision> view(String currency) {
    return outcome == null || decidedAt == null
        ? Optional.empty()
        : Optional.of(
            new Decision(
                outcome,
                creditLimit(currency),
                rate(),
                score(),
                policyVersion,
                reasons(),
                decidedAt));
  }

  private static AnnualRate twoDecimals(BigDecimal rate) {
    var plain = rate.stripTrailingZeros();
    return new AnnualRate(plain.scale() < 2 ? plain.setScale(2) : plain);
  }
}
