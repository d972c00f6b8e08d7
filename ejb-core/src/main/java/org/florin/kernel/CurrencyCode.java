package org.florin.kernel;

import java.util.Currency;
import java.util.Locale;

/** A currency by its ISO 4217 alphabetic code, upper case. */
public record CurrencyCode(String code) {

  /** The currency of the United States. */
  public static final CurrencyCode USD = new CurrencyCode("USD");

  /**
   * @throws IllegalArgumentException if the code isn't an ISO 4217 alphabetic code
   */
  public CurrencyCode {
    if (!code.equals(code.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("currency code must be upper case: " + code);
    }
    Currency.getInstance(code);
  }

  /** Digits behind the decimal point in this currency, as ISO 4217 gives them. */
  public int fractionDigits() {
    return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
  }

  @Override
  public String toString() {
    return code;
  }
}
