package org.florin.kernel;

import java.util.UUID;

/** Names a dispute; outside form {@code dsp_…}. */
public record DisputeId(UUID value) {

  private static final String PREFIX = "dsp_";

  /** A new, time-ordered id. */
  public static DisputeId create() {
    return new DisputeId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static DisputeId parse(String text) {
    return new DisputeId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
