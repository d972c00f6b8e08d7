package org.florin.products;

import java.math.BigDecimal;

/**
 * What a statement asks for at least.
 *
 * @param flatMinor never less than this, unless the balance is; minor units, 0 or more
 * @param percent of the statement balance, 0 to 100, exact
 * @param withOverLimit whether the part above the credit limit is asked for as well
 * @param order which balances the minimum pays first
 */
public record MinimumRule(
    long flatMinor, BigDecimal percent, boolean withOverLimit, MinimumOrder order) {

  private static final BigDecimal WHOLE = new BigDecimal(100);

  /**
   * @throws IllegalArgumentException if a part is out of range
   */
  public MinimumRule {
    if (flatMinor < 0 || percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
      throw new IllegalArgumentException("minimum rule out of range");
    }
  }
}
