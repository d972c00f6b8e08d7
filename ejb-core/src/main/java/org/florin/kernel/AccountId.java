package org.florin.kernel;

import java.util.UUID;

/** Names a credit card account; outside form {@code acct_…}. */
public record AccountId(UUID value) {

  private static final String PREFIX = "acct_";

  /** A new, time-ordered id. */
  public static AccountId create() {
    return new AccountId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static AccountId parse(String text) {
    return new AccountId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
