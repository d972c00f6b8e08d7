package org.florin.kernel;

import java.util.UUID;

/** Names an event in the outbox; outside form {@code evt_…}. */
public record EventId(UUID value) {

  private static final String PREFIX = "evt_";

  /** A new, time-ordered id. */
  public static EventId create() {
    return new EventId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static EventId parse(String text) {
    return new EventId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
