package org.florin.statements.tape;

import java.time.LocalDate;
import java.util.List;
import org.florin.statements.interest.SegmentDay;

/**
 * The tape's row of an account and business date. Minor units; what is owed is positive.
 *
 * @param openingMinor balance of the evening before
 * @param debitsMinor transactions that raised it
 * @param creditsMinor refunds and other credits, 0 or more
 * @param paymentsMinor payments less those that came back
 * @param chargesMinor interest and fees charged at the close
 * @param segments what is owed, by segment, in order; those that were paid off today included
 * @param creditBalanceMinor what the bank owes the cardholder, 0 or more
 * @param disputes what is in dispute, in order of the disputes' ids
 * @param inGrace whether purchases cost nothing as things stand
 */
public record AccountDay(
    LocalDate day,
    long openingMinor,
    long debitsMinor,
    long creditsMinor,
    long paymentsMinor,
    long chargesMinor,
    List<SegmentDay> segments,
    long creditBalanceMinor,
    List<Disputed> disputes,
    boolean inGrace,
    int daysPastDue,
    Standing standing) {

  /** The evening before the account's first day on the tape. */
  public static AccountDay before(LocalDate firstDay) {
    return new AccountDay(
        firstDay.minusDays(1), 0, 0, 0, 0, 0, List.of(), 0, List.of(), true, 0, Standing.NEW);
  }

  /** Balance at the end of the day, charges included; always the sum of its parts. */
  public long closingMinor() {
    return segments.stream().mapToLong(SegmentDay::closingMinor).sum() - creditBalanceMinor;
  }

  /** Part of the balance that needn't be paid because it is in dispute. */
  public long disputedMinor() {
    return Math.min(
        disputes.stream().mapToLong(Disputed::openMinor).sum(), Math.max(0, closingMinor()));
  }
}
