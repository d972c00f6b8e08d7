package org.florin.products;

import java.time.LocalDate;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;

/** One version of what the bank sells. */
public record CardProduct(
    String code,
    LocalDate effectiveFrom,
    String name,
    String bin,
    AnnualRate apr,
    Money limitMin,
    Money limitMax,
    int cashLimitPercent,
    int cardValidityYears) {

  /** The part of a credit limit that may be taken as cash, rounded down to the minor unit. */
  public Money cashLimit(Money creditLimit) {
    return new Money(
        Math.floorDiv(Math.multiplyExact(creditLimit.minor(), cashLimitPercent), 100),
        creditLimit.currency());
  }
}
