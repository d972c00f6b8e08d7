package org.florin.kernel;

import java.math.BigDecimal;

/**
 * An amount in one currency, counted in that currency's minor unit. Overflow and mixed currencies
 * throw {@link ArithmeticException} and {@link IllegalArgumentException}.
 */
public record Money(long minor, CurrencyCode currency) implements Comparable<Money> {

  /** An amount of minor units in the given ISO 4217 currency. */
  public static Money of(long minor, String currency) {
    return new Money(minor, new CurrencyCode(currency));
  }

  /** Minor units of US dollars: cents. */
  public static Money usd(long cents) {
    return new Money(cents, CurrencyCode.USD);
  }

  /**
   * Reads text such as {@code "45.00 USD"}.
   *
   * @throws ArithmeticException if the amount has more decimals than its currency
   * @throws IllegalArgumentException if the text has another form
   */
  public static Money parse(String text) {
    var parts = text.strip().split(" ");
    if (parts.length != 2) {
      throw new IllegalArgumentException("expected 'amount CUR', got: " + text);
    }
    var currency = new CurrencyCode(parts[1]);
    return new Money(
        new BigDecimal(parts[0]).movePointRight(currency.fractionDigits()).longValueExact(),
        currency);
  }

  /** Nothing, in the given currency. */
  public static Money zero(CurrencyCode currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /** The smaller of the two. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger of the two. */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  /** The amount in major units, with exactly the currency's decimals. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, currency.fractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  @Override
  public String toString() {
    return decimal().toPlainString() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "mixed currencies: " + currency + " and " + other.currency);
    }
    return other;
  }
}
