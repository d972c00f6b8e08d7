package org.florin.kernel;

import java.util.UUID;

/** Names a payment of a cardholder; outside form {@code pay_…}. */
public record PaymentId(UUID value) {

  private static final String PREFIX = "pay_";

  /** A new, time-ordered id. */
  public static PaymentId create() {
    return new PaymentId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static PaymentId parse(String text) {
    return new PaymentId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
