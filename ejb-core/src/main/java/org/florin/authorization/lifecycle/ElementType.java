package org.florin.authorization.lifecycle;

import java.util.Locale;

/** What an element of a card payment is. */
public enum ElementType {
  /** Our decision. */
  AUTHORIZATION,
  /** Our decision on a request for no amount. */
  VERIFICATION,
  /** Our decision on a credit to come. */
  REFUND_AUTHORIZATION,
  /** A decision made in our place. */
  ADVICE,
  INCREMENT,
  REVERSAL,
  COMPLETION,
  CLEARING,
  REFUND,
  EXPIRY;

  /** Whether a payment begins with it. */
  public boolean isOpening() {
    return ordinal() <= ADVICE.ordinal();
  }

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no type has that code
   */
  public static ElementType ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
