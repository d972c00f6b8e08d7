package org.florin.authorization.rules;

/** Merchant category codes from one to another, both included (ISO 18245). */
public record MccRange(int from, int to) {

  /** Every category. */
  public static final MccRange ALL = new MccRange(0, 9999);

  public MccRange {
    if (from < 0 || to > 9999 || from > to) {
      throw new IllegalArgumentException("merchant categories: 0 to 9999");
    }
  }

  public boolean contains(int mcc) {
    return mcc >= from && mcc <= to;
  }
}
