package org.florin.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void reads_and_writes_major_units() {
    assertEquals(new Money(500_000, new CurrencyCode("EUR")), Money.parse("5000.00 EUR"));
    assertEquals("-0.05 USD", Money.usd(-5).toString());
    assertEquals("500 JPY", Money.of(500, "JPY").toString());
  }

  @Test
  void overflow_throws() {
    assertThrows(ArithmeticException.class, () -> Money.usd(Long.MAX_VALUE).plus(Money.usd(1)));
    assertThrows(ArithmeticException.class, () -> Money.usd(Long.MIN_VALUE).negated());
  }

  @Test
  void mixed_currencies_throw() {
    assertThrows(IllegalArgumentException.class, () -> Money.usd(1).plus(Money.of(1, "EUR")));
  }

  @Test
  void unknown_currency_throws() {
    assertThrows(IllegalArgumentException.class, () -> Money.of(1, "ABC"));
    assertThrows(IllegalArgumentException.class, () -> Money.of(1, "usd"));
  }
}
