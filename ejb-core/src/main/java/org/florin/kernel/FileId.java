package org.florin.kernel;

import java.util.UUID;

/** Names a file received or written; outside form {@code file_…}. */
public record FileId(UUID value) {

  private static final String PREFIX = "file_";

  /** A new, time-ordered id. */
  public static FileId create() {
    return new FileId(PublicId.next());
  }

  /**
   * Reads the outside form.
   *
   * @throws IllegalArgumentException if the text isn't one
   */
  public static FileId parse(String text) {
    return new FileId(PublicId.read(PREFIX, text));
  }

  @Override
  public String toString() {
    return PublicId.write(PREFIX, value);
  }
}
