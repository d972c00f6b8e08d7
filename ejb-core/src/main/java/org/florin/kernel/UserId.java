package org.florin.kernel;

import java.util.UUID;

/** Names a person who signs in; outside form {@code usr_…}. */
public record UserId(UUID value) {

  private static final String PREFIX = "usr_";

  /** A new, time-ordered id. */
  public static UserId create() {
    return new UserId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static UserId parse(String text) {
    return new UserId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
