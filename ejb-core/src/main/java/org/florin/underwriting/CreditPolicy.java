package org.florin.underwriting;

import java.math.BigDecimal;
import java.util.List;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.CurrencyCode;

/**
 * A credit policy as it is applied.
 *
 * @param scoreCard each line gives or takes points
 * @param bands highest points first; the last one takes all that is left
 * @param withoutReport the band whose limit and rate are proposed if the bureau gave no report
 */
public record CreditPolicy(
    CurrencyCode currency,
    Index index,
    AnnualRate aprMax,
    List<KnockOut> knockOuts,
    List<ScoreLine> scoreCard,
    AbilityToPay abilityToPay,
    LimitRange limit,
    List<Band> bands,
    Band withoutReport) {

  /** What a band does. */
  public enum BandOutcome {
    APPROVE,
    REFER,
    DECLINE
  }

  /** The rate that margins are added to. */
  public record Index(String name, BigDecimal rate) {}

  /** Declines if every condition holds. */
  public record KnockOut(String name, List<Condition> conditions, String reason) {}

  /** Holds if the attribute is known and in the range, both ends included. */
  public record Condition(ApplicantAttribute attribute, long from, long to) {

    boolean isMetBy(ApplicantFacts facts) {
      return facts.value(attribute).filter(value -> value >= from && value <= to).isPresent();
    }
  }

  /** Points by the range an attribute is in; the first range that fits counts. */
  public record ScoreLine(ApplicantAttribute attribute, String reason, List<PointRange> ranges) {

    int points(long value) {
      return ranges.stream()
          .filter(range -> value >= range.from() && value <= range.to())
          .findFirst()
          .map(range -> range.points(value))
          .orElse(0);
    }
  }

  /**
   * @param each whether the points are given for every one of the attribute's number
   */
  public record PointRange(long from, long to, int points, boolean each) {

    int points(long value) {
      return each ? Math.toIntExact(Math.multiplyExact(value, (long) points)) : points;
    }
  }

  /**
   * What Reg Z 1026.51 asks a bank to consider.
   *
   * @param newLinePaymentPercent of the new limit that counts as its monthly payment
   */
  public record AbilityToPay(
      int debtToIncomePercentMax, int debtToIncomePercentRefer, int newLinePaymentPercent) {}

  /** Smallest and largest limit, and what limits are multiples of; minor units. */
  public record LimitRange(long min, long max, long step) {}

  /** From how many points on which outcome, part of the income as limit, and margin follow. */
  public record Band(
      String name, int pointsFrom, BandOutcome outcome, int incomePercent, BigDecimal margin) {}

  Band band(int points) {
    return bands.stream()
        .filter(each -> points >= each.pointsFrom())
        .findFirst()
        .orElse(bands.getLast());
  }

  int approvalPoints() {
    return bands.stream()
        .filter(band -> band.outcome() == BandOutcome.APPROVE)
        .mapToInt(Band::pointsFrom)
        .min()
        .orElseThrow();
  }

  AnnualRate apr(Band band) {
    return new AnnualRate(index.rate().add(band.margin()).min(aprMax.percent()));
  }

  /** What may be paid a month for a new line, and what a new line can be at most for that. */
  long payableLimitMinor(long monthlyIncome, long owedMonthly) {
    var room = monthlyIncome * abilityToPay.debtToIncomePercentMax() / 100 - owedMonthly;
    return Math.max(0, room) * 100 / abilityToPay.newLinePaymentPercent();
  }
}
