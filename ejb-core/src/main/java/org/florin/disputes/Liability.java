package org.florin.disputes;

/**
 * Who bears a disputed amount, in minor units; the parts always sum to the whole.
 *
 * @param originalMinor in dispute in the beginning
 * @param recoveredMinor got back from the merchant
 * @param writtenOffMinor borne by the bank
 * @param remainingMinor not decided yet, or owed by the cardholder
 */
public record Liability(
    long originalMinor, long recoveredMinor, long writtenOffMinor, long remainingMinor) {

  /**
   * @throws IllegalArgumentException if a part is negative or the parts don't sum to the whole
   */
  public Liability {
    if (originalMinor <= 0
        || recoveredMinor < 0
        || writtenOffMinor < 0
        || remainingMinor < 0
        || recoveredMinor + writtenOffMinor + remainingMinor != originalMinor) {
      throw new IllegalArgumentException("the parts of a liability sum to the whole");
    }
  }

  static Liability undecided(long originalMinor) {
    return new Liability(originalMinor, 0, 0, originalMinor);
  }

  /**
   * The cardholder is credited; what the merchant doesn't give back is the bank's loss.
   *
   * @param creditedMinor above 0, at most the whole
   * @param recoveredMinor at most what is credited
   */
  Liability credited(long creditedMinor, long recoveredMinor) {
    return new Liability(
        originalMinor,
        recoveredMinor,
        creditedMinor - recoveredMinor,
        originalMinor - creditedMinor);
  }
}
