package org.florin.authorization.lifecycle;

/**
 * How far clearings may exceed what was authorized before they are flagged. It never keeps a
 * clearing from posting.
 */
public sealed interface Tolerance {

  /** Not at all. */
  Tolerance NONE = new Percent(0);

  /** Any amount is expected, as at fuel pumps. */
  record Any() implements Tolerance {}

  /**
   * @param percent of what was authorized, 0 to 100; the limit is rounded down to the minor unit
   */
  record Percent(int percent) implements Tolerance {
    public Percent {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("tolerance: 0 to 100 percent");
      }
    }
  }

  /** Whether that much cleared of that much authorized is worth a flag. */
  default boolean isExceededBy(long captured, long authorized) {
    return switch (this) {
      case Any ignored -> false;
      case Percent percent ->
          captured
              > Math.addExact(authorized, Math.multiplyExact(authorized, percent.percent()) / 100);
    };
  }
}
