package org.florin.statements.interest;

import org.florin.kernel.AnnualRate;

/**
 * A segment on one business date. Amounts in minor units, 0 or more.
 *
 * @param rate in effect on that day
 * @param debitMinor what transactions of the day added
 * @param paidMinor what payments of the day took off
 * @param balanceMinor at the end of the day, before charges: what interest is figured on
 * @param closingMinor with the charges of the day
 */
public record SegmentDay(
    SegmentKey key,
    AnnualRate rate,
    long debitMinor,
    long paidMinor,
    long balanceMinor,
    long closingMinor) {}
