package org.florin.legacyfiles;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A clearing is no decision, it always posts; this says what must be flagged about it. */
public final class ClearingFlagPolicy {

  private ClearingFlagPolicy() {}

  /**
   * The flags of one clearing.
   *
   * @param postedBalanceMinor what the account owes before this clearing
   * @param amountMinor positive for a purchase, negative for a return
   * @param expiresOn last day of the account, if it has one
   */
  public static Set<ClearingFlag> assess(
      long postedBalanceMinor,
      long creditLimitMinor,
      long amountMinor,
      LocalDate originatedOn,
      Optional<LocalDate> expiresOn) {
    Set<ClearingFlag> flags = EnumSet.noneOf(ClearingFlag.class);
    if (amountMinor > 0 && Math.addExact(postedBalanceMinor, amountMinor) > creditLimitMinor) {
      flags.add(ClearingFlag.OVER_LIMIT);
    }
    if (expiresOn.isPresent() && originatedOn.isAfter(expiresOn.get())) {
      flags.add(ClearingFlag.AFTER_EXPIRATION);
    }
    return flags;
  }
}
