package org.florin.kernel;

import java.util.UUID;

/** Names a card; outside form {@code card_…}. */
public record CardId(UUID value) {

  private static final String PREFIX = "card_";

  /** A new, time-ordered id. */
  public static CardId create() {
    return new CardId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static CardId parse(String text) {
    return new CardId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
