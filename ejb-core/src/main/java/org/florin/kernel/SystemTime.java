package org.florin.kernel;

import java.time.Instant;

/** The only place that reads the machine's clock. */
public final class SystemTime {

  private SystemTime() {}

  /** The instant now, to the microsecond, as PostgreSQL keeps it. */
  public static Instant now() {
    return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
