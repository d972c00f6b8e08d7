package org.florin.applications.limits;

import java.util.List;
import java.util.Optional;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.kernel.AccountId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;

/**
 * Another credit limit that somebody wishes for.
 *
 * @param owner whose account it must be; the bank's staff and partners leave the owner out
 * @param means what the cardholder has and does now; needed for a higher limit
 * @param reasonCodes why it is lower, heaviest first; not needed if the cardholder wishes so
 */
public record LimitWish(
    AccountId account,
    Optional<CustomerId> owner,
    Money creditLimit,
    Optional<Means> means,
    List<String> reasonCodes) {

  /** Income from all sources a year before tax, housing, employment. */
  public record Means(Money annualIncome, Housing housing, Employment employment) {}
}
