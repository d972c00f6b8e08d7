package org.florin.portal.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;

/** Amounts as people type them, in major units; decimals that the currency hasn't are dropped. */
public final class TypedAmount {

  private TypedAmount() {}

  public static Money of(BigDecimal major, CurrencyCode currency) {
    return new Money(
        major
            .movePointRight(currency.fractionDigits())
            .setScale(0, RoundingMode.DOWN)
            .longValueExact(),
        currency);
  }
}
