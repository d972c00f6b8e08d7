package org.florin.kernel;

/**
 * Who does something, and through which door.
 *
 * @param name a user, a client or a process, never a person's own name
 * @param channel {@code api}, {@code portal}, {@code mq}, {@code file}, {@code batch} or {@code
 *     system}
 */
public record Actor(String name, String channel) {

  /** The platform itself, acting without anybody's order. */
  public static final Actor SYSTEM = new Actor("florin", "system");

  /**
   * @throws IllegalArgumentException if a part is blank
   */
  public Actor {
    if (name.isBlank() || channel.isBlank()) {
      throw new IllegalArgumentException("an actor has a name and a channel");
    }
  }
}
