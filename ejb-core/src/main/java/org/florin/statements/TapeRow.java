package org.florin.statements;

import java.math.BigDecimal;
import java.util.List;
import org.florin.kernel.AccountId;
import org.florin.products.YearConvention;
import org.florin.statements.interest.BearingDay;
import org.florin.statements.interest.InterestPolicy;
import org.florin.statements.tape.AccountDay;

/**
 * A day of the tape as it is kept.
 *
 * @param version 0 for the day as it was closed; of several versions the highest counts
 * @param interest what each segment costs on the day, were nothing free of interest; minor units
 *     with ten decimals, in the order of the day's segments
 * @param cutOff sequence of the last posting it takes into account
 */
public record TapeRow(
    AccountId account, AccountDay day, int version, List<BigDecimal> interest, long cutOff) {

  static TapeRow of(AccountId account, AccountDay day, YearConvention year, long cutOff) {
    return new TapeRow(
        account,
        day,
        0,
        day.segments().stream()
            .map(
                segment ->
                    InterestPolicy.ofDay(
                        new BearingDay(day.day(), segment.rate(), segment.balanceMinor(), 0), year))
            .toList(),
        cutOff);
  }

  /** The same with another mark of the last posting. */
  TapeRow upTo(long sequence) {
    return new TapeRow(account, day, version, interest, sequence);
  }
}
