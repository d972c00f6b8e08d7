package org.florin.authorization.hooks;

/** What was approved today on an account without its partner. */
public record StandInUse(long approvedMinor, int count) {

  public static final StandInUse NONE = new StandInUse(0, 0);

  /** With one more payment. */
  public StandInUse with(long amountMinor) {
    return new StandInUse(Math.addExact(approvedMinor, amountMinor), count + 1);
  }
}
