package org.florin.kernel;

import java.util.UUID;

/** Names an authorization; outside form {@code auth_…}. */
public record AuthorizationId(UUID value) {

  private static final String PREFIX = "auth_";

  /** A new, time-ordered id. */
  public static AuthorizationId create() {
    return new AuthorizationId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static AuthorizationId parse(String text) {
    return new AuthorizationId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
