package org.florin.statements.minimum;

import java.util.Optional;

/**
 * What the minimum payment warning says (Reg Z 1026.7(b)(12)). Amounts in minor units.
 *
 * @param months until the balance is paid at the minimum; empty if it never is
 * @param totalMinor paid by then
 * @param threeYears the alternative; empty where the minimum pays the balance in three years anyhow
 */
public record PayoffWarning(
    Optional<Integer> months, long totalMinor, Optional<ThreeYears> threeYears) {

  /**
   * Paying the balance in 36 equal months.
   *
   * @param savingMinor against paying the minimum; 0 where that never ends
   */
  public record ThreeYears(long paymentMinor, long totalMinor, long savingMinor) {}
}
