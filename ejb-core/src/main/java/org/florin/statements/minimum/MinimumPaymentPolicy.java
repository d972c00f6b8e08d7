package org.florin.statements.minimum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.florin.products.MinimumRule;

/** The required minimum payment of a statement. */
public final class MinimumPaymentPolicy {

  /**
   * All in minor units.
   *
   * @param balanceMinor new balance of the statement
   * @param interestMinor charged in the cycle
   * @param feesMinor charged in the cycle
   * @param pastDueMinor asked for by earlier statements and not paid
   * @param overLimitMinor balance above the credit limit, 0 or more
   */
  public record Facts(
      long balanceMinor,
      long interestMinor,
      long feesMinor,
      long pastDueMinor,
      long overLimitMinor) {}

  private MinimumPaymentPolicy() {}

  /**
   * The larger of the flat amount and the percentage of the balance (rounded half up) with the
   * cycle's interest and fees; what is past due on top, and what is over the limit where the rule
   * says so; never above the balance.
   */
  public static long minimumMinor(MinimumRule rule, Facts facts) {
    if (facts.balanceMinor() <= 0) {
      return 0;
    }
    var share =
        rule.percent()
            .multiply(BigDecimal.valueOf(facts.balanceMinor()))
            .movePointLeft(2)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    var asked =
        Math.max(rule.flatMinor(), share + facts.interestMinor() + facts.feesMinor())
            + facts.pastDueMinor()
            + (rule.withOverLimit() ? facts.overLimitMinor() : 0);
    return Math.min(asked, facts.balanceMinor());
  }
}
