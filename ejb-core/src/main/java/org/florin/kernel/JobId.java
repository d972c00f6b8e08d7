package org.florin.kernel;

import java.util.UUID;

/** Names a run of a job; outside form {@code job_…}. */
public record JobId(UUID value) {

  private static final String PREFIX = "job_";

  /** A new, time-ordered id. */
  public static JobId create() {
    return new JobId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static JobId parse(String text) {
    return new JobId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
