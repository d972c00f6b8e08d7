package org.florin.kernel;

import java.util.UUID;

/** Names a person or company who holds accounts; outside form {@code cus_…}. */
public record CustomerId(UUID value) {

  private static final String PREFIX = "cus_";

  /** A new, time-ordered id. */
  public static CustomerId create() {
    return new CustomerId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static CustomerId parse(String text) {
    return new CustomerId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
