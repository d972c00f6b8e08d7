package org.florin.kernel;

import java.util.UUID;

/** Names a question to a partner about one card payment; outside form {@code hook_…}. */
public record HookCallId(UUID value) {

  private static final String PREFIX = "hook_";

  /** A new, time-ordered id. */
  public static HookCallId create() {
    return new HookCallId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static HookCallId parse(String text) {
    return new HookCallId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
