package org.florin.statements.interest;

import java.math.RoundingMode;
import java.util.Comparator;
import org.florin.kernel.AnnualRate;

/**
 * Names a part of what an account owes that shares its origin and its terms. The contractual rate
 * belongs to the name: when a product's rate changes, new transactions make a new segment and the
 * old one keeps its rate (Reg Z 1026.55(a), the protected balance).
 *
 * @param rate contractual rate, four decimals
 * @param promotion code of the promotion it was made under; empty for none
 */
public record SegmentKey(BalanceKind kind, AnnualRate rate, String promotion)
    implements Comparable<SegmentKey> {

  private static final int RATE_DECIMALS = 4;
  private static final Comparator<SegmentKey> ORDER =
      Comparator.comparing(SegmentKey::kind)
          .thenComparing(SegmentKey::rate)
          .thenComparing(SegmentKey::promotion);

  /**
   * @throws ArithmeticException if the rate has more than four decimals
   * @throws IllegalArgumentException if the promotion's code has other characters than letters,
   *     digits and hyphens
   */
  public SegmentKey {
    rate = new AnnualRate(rate.percent().setScale(RATE_DECIMALS, RoundingMode.UNNECESSARY));
    if (!promotion.matches("[A-Za-z0-9-]*")) {
      throw new IllegalArgumentException("not a promotion's code: " + promotion);
    }
  }

  /** A segment outside any promotion. */
  public static SegmentKey of(BalanceKind kind, AnnualRate rate) {
    return new SegmentKey(kind, rate, "");
  }

  /** Reads the form that {@link #toString} writes. */
  public static SegmentKey parse(String text) {
    var at = text.indexOf('@');
    var hash = text.indexOf('#');
    if (at < 0) {
      throw new IllegalArgumentException("not a segment: " + text);
    }
    return new SegmentKey(
        BalanceKind.ofCode(text.substring(0, at)),
        AnnualRate.of(text.substring(at + 1, hash < 0 ? text.length() : hash)),
        hash < 0 ? "" : text.substring(hash + 1));
  }

  @Override
  public int compareTo(SegmentKey other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code purchase@19.9900} or {@code balance_transfer@19.9900#WELCOME}. */
  @Override
  public String toString() {
    return kind.code() + "@" + rate + (promotion.isEmpty() ? "" : "#" + promotion);
  }
}
