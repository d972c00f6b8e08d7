package org.florin.statements.tape;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.products.CreditTerms;
import org.florin.statements.delinquency.PenaltyRate;
import org.florin.statements.delinquency.PenaltyRatePolicy;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;
import org.florin.statements.interest.RatePolicy;
import org.florin.statements.interest.SegmentKey;

/**
 * What an account was agreed to cost.
 *
 * @param versions of the product's terms, oldest first, at least one
 * @param openedOn business date
 * @param cycleDay 1 to 28
 * @param creditLimitMinor from which on a balance is over the limit; for 45 days the higher one if
 *     the limit was lowered
 * @param overLimitOptIn whether the cardholder wished for purchases above the limit
 */
public record AccountTerms(
    List<CreditTerms> versions,
    List<Promotion> promotions,
    List<RateCap> caps,
    LocalDate openedOn,
    int cycleDay,
    long creditLimitMinor,
    boolean overLimitOptIn) {

  /** The version in effect; the oldest for days before it. */
  public CreditTerms on(LocalDate day) {
    return versions.reversed().stream()
        .filter(terms -> !terms.effectiveFrom().isAfter(day))
        .findFirst()
        .orElse(versions.getFirst());
  }

  SegmentKey segmentOf(BalanceKind kind, LocalDate day) {
    return RatePolicy.segmentOf(kind, day, on(day), promotions);
  }

  AnnualRate rateOf(SegmentKey segment, LocalDate day, PenaltyRate penalty) {
    return RatePolicy.inEffect(
        segment,
        day,
        promotions,
        PenaltyRatePolicy.counts(penalty, day)
            ? Optional.of(on(day).penaltyRate())
            : Optional.empty(),
        caps);
  }
}
