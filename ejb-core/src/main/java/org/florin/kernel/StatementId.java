package org.florin.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Names an account's statement; outside form {@code stmt_…}. */
public record StatementId(UUID value) {

  private static final String PREFIX = "stmt_";

  /** The statement of an account and closing day: always the same id. */
  public static StatementId of(AccountId account, LocalDate closedOn) {
    return new StatementId(
        UUID.nameUUIDFromBytes(
            ("statement:" + account + ":" + closedOn).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static StatementId parse(String text) {
    return new StatementId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
