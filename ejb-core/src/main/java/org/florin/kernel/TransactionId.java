package org.florin.kernel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names a posted transaction; outside form {@code txn_…}. */
public record TransactionId(UUID value) {

  private static final String PREFIX = "txn_";

  /** A new, time-ordered id. */
  public static TransactionId create() {
    return new TransactionId(PublicId.next());
  }

  /** The transaction with that natural key: always the same id, so that a repeat books the same. */
  public static TransactionId named(String naturalKey) {
    return new TransactionId(UUID.nameUUIDFromBytes(naturalKey.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static TransactionId parse(String text) {
    return new TransactionId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
