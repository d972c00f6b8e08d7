package org.florin.authorization.lifecycle;

/** How much of an authorization a reversal takes back; amounts in its minor units. */
public sealed interface ReversalAmount {

  /** Everything that isn't cleared. */
  record All() implements ReversalAmount {}

  /** This much less than before; repeated, it takes back again. */
  record GiveBack(long minor) implements ReversalAmount {
    public GiveBack {
      if (minor < 1) {
        throw new IllegalArgumentException("a reversal gives back at least 1");
      }
    }
  }

  /**
   * So much stays authorized (the replacement amount, ISO 8583 data element 95); repeated, it
   * changes nothing.
   */
  record LeaveOnly(long minor) implements ReversalAmount {
    public LeaveOnly {
      if (minor < 0) {
        throw new IllegalArgumentException("a replacement amount is zero or more");
      }
    }
  }
}
