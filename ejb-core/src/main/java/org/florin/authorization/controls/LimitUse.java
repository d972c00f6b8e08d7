package org.florin.authorization.controls;

import java.util.Optional;

/**
 * A limit and what counts against it now.
 *
 * @param spentMinor open and cleared amounts of the window, less what was given back
 * @param count how many payments they are
 */
public record LimitUse(SpendingLimit limit, long spentMinor, int count) {

  /** Whether so much more, in so many more payments, exceeds the amount. */
  public boolean exceedsAmount(long moreMinor) {
    return limit
        .amountMaxMinor()
        .filter(max -> Math.addExact(spentMinor, moreMinor) > max)
        .isPresent();
  }

  /** Whether so many more payments exceed the count. */
  public boolean exceedsCount(int more) {
    return limit.countMax().filter(max -> count + more > max).isPresent();
  }

  /** What may still be spent; zero or more. */
  public Optional<Long> remainingMinor() {
    return limit.amountMaxMinor().map(max -> Math.max(0, max - spentMinor));
  }

  /** How many payments may still be made; zero or more. */
  public Optional<Integer> remainingCount() {
    return limit.countMax().map(max -> Math.max(0, max - count));
  }

  /** The use after one more payment, or after more on a payment that counts already. */
  public LimitUse with(long moreMinor, int more) {
    return new LimitUse(limit, Math.addExact(spentMinor, moreMinor), count + more);
  }
}
