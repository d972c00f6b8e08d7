package org.florin.payments;

import java.util.Locale;

/** Where a payment stands. */
public enum PaymentStatus {
  INITIATED,
  SUBMITTED,
  PROCESSING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  RETURNED,
  UNKNOWN;

  /** No further step is expected from the rail. */
  public boolean isFinal() {
    return switch (this) {
      case SUCCEEDED, FAILED, CANCELLED, RETURNED -> true;
      case INITIATED, SUBMITTED, PROCESSING, UNKNOWN -> false;
    };
  }

  /** The name in the database and in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no status has that code
   */
  public static PaymentStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
