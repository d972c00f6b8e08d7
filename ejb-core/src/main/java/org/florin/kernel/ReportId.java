package org.florin.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Names a stored report; outside form {@code rep_…}. */
public record ReportId(UUID value) {

  private static final String PREFIX = "rep_";

  /** The report of a kind and range: always the same id. */
  public static ReportId of(String report, LocalDate from, LocalDate to) {
    return new ReportId(
        UUID.nameUUIDFromBytes(
            ("report:" + report + ":" + from + ":" + to).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static ReportId parse(String text) {
    return new ReportId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
