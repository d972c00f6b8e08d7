package org.florin.kernel;

import java.util.UUID;

/** Names a partner's API client; outside form {@code cli_…}. */
public record ClientId(UUID value) {

  private static final String PREFIX = "cli_";

  /** A new, time-ordered id. */
  public static ClientId create() {
    return new ClientId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static ClientId parse(String text) {
    return new ClientId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
