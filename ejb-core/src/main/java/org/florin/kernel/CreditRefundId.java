package org.florin.kernel;

import java.util.UUID;

/** Names a credit balance that is paid back; outside form {@code crf_…}. */
public record CreditRefundId(UUID value) {

  private static final String PREFIX = "crf_";

  /** A new, time-ordered id. */
  public static CreditRefundId create() {
    return new CreditRefundId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static CreditRefundId parse(String text) {
    return new CreditRefundId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
