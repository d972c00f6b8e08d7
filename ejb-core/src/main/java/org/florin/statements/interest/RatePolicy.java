package org.florin.statements.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.products.CreditTerms;

/** Which segment a transaction belongs to, and what a segment costs on a day. */
public final class RatePolicy {

  private RatePolicy() {}

  /** The segment of a transaction of that kind and day. */
  public static SegmentKey segmentOf(
      BalanceKind kind, LocalDate day, CreditTerms terms, List<Promotion> promotions) {
    var promotion =
        promotions.stream()
            .filter(offer -> offer.takes(kind, day))
            .map(Promotion::code)
            .findFirst()
            .orElse("");
    return new SegmentKey(kind, contractual(kind, terms), promotion);
  }

  /**
   * The rate on a day: the promotion's while it lasts, else the penalty rate where it applies, else
   * the contractual one; never above what the law allows this person to be asked for.
   *
   * @param penalty the penalty rate, if the account is under it on that day
   */
  public static AnnualRate inEffect(
      SegmentKey segment,
      LocalDate day,
      List<Promotion> promotions,
      Optional<AnnualRate> penalty,
      List<RateCap> caps) {
    var asked =
        promotions.stream()
            .filter(offer -> offer.code().equals(segment.promotion()))
            .filter(offer -> !day.isAfter(offer.endsOn()))
            .map(Promotion::rate)
            .findFirst()
            .or(() -> penalty.filter(rate -> rate.compareTo(segment.rate()) > 0))
            .orElse(segment.rate());
    return caps.stream()
        .filter(cap -> cap.covers(day))
        .map(RateCap::rate)
        .filter(cap -> cap.compareTo(asked) < 0)
        .min(AnnualRate::compareTo)
        .orElse(asked);
  }

  /** Fees and interest that are carried over cost what purchases cost. */
  private static AnnualRate contractual(BalanceKind kind, CreditTerms terms) {
    return switch (kind) {
      case PURCHASE, FEE, INTEREST -> terms.purchaseRate();
      case CASH_ADVANCE -> terms.cashAdvanceRate();
      case BALANCE_TRANSFER -> terms.balanceTransferRate();
    };
  }
}
