package org.florin.kernel;

import java.util.UUID;

/** Names an application for a card; outside form {@code app_…}. */
public record ApplicationId(UUID value) {

  private static final String PREFIX = "app_";

  /** A new, time-ordered id. */
  public static ApplicationId create() {
    return new ApplicationId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static ApplicationId parse(String text) {
    return new ApplicationId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
