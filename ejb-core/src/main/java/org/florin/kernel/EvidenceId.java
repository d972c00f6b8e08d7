package org.florin.kernel;

import java.util.UUID;

/** Names a file that was handed in with a dispute; outside form {@code evd_…}. */
public record EvidenceId(UUID value) {

  private static final String PREFIX = "evd_";

  /** A new, time-ordered id. */
  public static EvidenceId create() {
    return new EvidenceId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static EvidenceId parse(String text) {
    return new EvidenceId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
