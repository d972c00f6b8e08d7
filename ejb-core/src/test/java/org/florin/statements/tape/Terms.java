package org.florin.statements.tape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.AnnualRate;
import org.florin.products.CreditTerms;
import org.florin.products.FeeSchedule;
import org.florin.products.MinimumOrder;
import org.florin.products.MinimumRule;
import org.florin.products.YearConvention;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;

/** Terms of credit for tests. */
public final class Terms {

  public static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

  private Terms() {}

  /** 19.99 %, cash 26.99 %, transfers 17.99 %, penalty 29.99 %; minimum 25.00 or 1 %. */
  public static CreditTerms classic() {
    return terms("19.99", 0);
  }

  static CreditTerms terms(String purchaseRate, long minimumInterestMinor) {
    return new CreditTerms(
        LocalDate.of(2020, 1, 1),
        AnnualRate.of(purchaseRate),
        AnnualRate.of("26.99"),
        AnnualRate.of("17.99"),
        AnnualRate.of("29.99"),
        YearConvention.ACTUAL_365,
        minimumInterestMinor,
        new MinimumRule(2_500, BigDecimal.ONE, false, MinimumOrder.LOWEST_RATE_FIRST),
        fees());
  }

  public static FeeSchedule fees() {
    return new FeeSchedule(3_000, 4_100, 1_000, new BigDecimal("5"), new BigDecimal("3"), 0);
  }

  /** An account of 5,000.00 whose cycle closes on the 5th. */
  static AccountTerms account(CreditTerms... versions) {
    return account(List.of(), List.of(), versions);
  }

  static AccountTerms account(
      List<Promotion> promotions, List<RateCap> caps, CreditTerms... versions) {
    return new AccountTerms(List.of(versions), promotions, caps, OPENED, 5, 500_000, false);
  }
}
