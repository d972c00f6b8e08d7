package org.florin.autopay;

import java.util.Optional;
import org.florin.payments.Rail;

/**
 * What a cardholder wants paid by itself.
 *
 * @param fixedMinor amount of a fixed payment, above 0; empty for the other choices
 * @param method what the rail takes it from
 */
public record AutopayPlan(
    AutopayChoice choice, Optional<Long> fixedMinor, Rail rail, String method) {

  /**
   * @throws IllegalArgumentException if a fixed amount is missing, superfluous or not above 0, or
   *     the rail can't be asked
   */
  public AutopayPlan {
    if ((choice == AutopayChoice.FIXED) != fixedMinor.isPresent()
        || fixedMinor.filter(minor -> minor <= 0).isPresent()
        || rail == Rail.BANK_FILE) {
      throw new IllegalArgumentException("no such plan");
    }
  }
}
