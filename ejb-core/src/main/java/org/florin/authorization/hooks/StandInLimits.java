package org.florin.authorization.hooks;

/**
 * What may be approved on an account while its partner can't be asked, in minor units.
 *
 * @param amountMaxMinor at once
 * @param dayAmountMaxMinor in a day (UTC)
 * @param dayCountMax payments in a day (UTC)
 */
public record StandInLimits(long amountMaxMinor, long dayAmountMaxMinor, int dayCountMax) {

  public StandInLimits {
    if (amountMaxMinor < 0 || dayAmountMaxMinor < 0 || dayCountMax < 0) {
      throw new IllegalArgumentException("stand-in limits are zero or more");
    }
  }

  /** Whether there is room for an amount beside what was approved so today. */
  boolean allow(long amountMinor, StandInUse today) {
    return amountMinor <= amountMaxMinor
        && amountMinor <= dayAmountMaxMinor - today.approvedMinor()
        && today.count() < dayCountMax;
  }
}
