package org.florin.products;

import java.time.LocalDate;
import org.florin.kernel.AnnualRate;

/**
 * One version of a product's terms of credit.
 *
 * @param effectiveFrom first business date they count on
 * @param penaltyRate asked for after 60 days past due
 * @param minimumInterestMinor least interest of a cycle that has any; minor units
 */
public record CreditTerms(
    LocalDate effectiveFrom,
    AnnualRate purchaseRate,
    AnnualRate cashAdvanceRate,
    AnnualRate balanceTransferRate,
    AnnualRate penaltyRate,
    YearConvention year,
    long minimumInterestMinor,
    MinimumRule minimum,
    FeeSchedule fees) {}
