package org.florin.legacyfiles;

import java.util.Optional;
import org.florin.legacyfiles.MainframeVerdict.Accepted;
import org.florin.legacyfiles.MainframeVerdict.Rejected;

/**
 * The rules by which the mainframe accepts or rejects a daily transaction, kept exactly, oddities
 * included: the balance plays no part, a return uses up limit because it is subtracted as a
 * negative number, and a late transaction hides that it is also over the limit.
 */
public final class MainframePostingPolicy {

  /** Nine integer digits and two decimals: the width of the program's work field. */
  private static final long WORK_FIELD_MODULUS = 100_000_000_000L;

  private static final int DATE_LENGTH = 10;

  private MainframePostingPolicy() {}

  /**
   * Judges one transaction.
   *
   * @param cardKnown whether the card is in the cross reference
   * @param account the account of that card, if its record exists
   * @param originalTimestamp at least ten characters, beginning with the date
   */
  public static MainframeVerdict judge(
      boolean cardKnown,
      Optional<MainframeCycle> account,
      long amountMinor,
      String originalTimestamp) {
    if (!cardKnown) {
      return new Rejected(RejectReason.INVALID_CARD);
    }
    if (account.isEmpty()) {
      return new Rejected(RejectReason.ACCOUNT_NOT_FOUND);
    }
    MainframeCycle cycle = account.get();
    String date = originalTimestamp.substring(0, DATE_LENGTH);
    if (cycle.expirationDate().compareTo(date) < 0) {
      return new Rejected(RejectReason.AFTER_EXPIRATION);
    }
    if (cycle.creditLimitMinor() < testValue(cycle, amountMinor)) {
      return new Rejected(RejectReason.OVER_LIMIT);
    }
    return new Accepted();
  }

  private static long testValue(MainframeCycle cycle, long amountMinor) {
    return (cycle.cycleCreditMinor() - cycle.cycleDebitMinor() + amountMinor) % WORK_FIELD_MODULUS;
  }
}
