package org.florin.applications;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.Money;
import org.florin.underwriting.Outcome;
import org.florin.underwriting.Recommendation;

/**
 * What a version of a credit policy would have made of past applications, against what the policies
 * of then made of them.
 *
 * @param more whether there were more applications than were asked about
 * @param then and {@code now}: how many by outcome
 * @param limitsThen and {@code limitsNow}: sum of the limits offered
 * @param changes the applications that would have been decided otherwise, newest first
 */
public record PolicyTrial(
    int version,
    LocalDate from,
    LocalDate to,
    int asked,
    boolean more,
    Map<Outcome, Long> then,
    Map<Outcome, Long> now,
    Money limitsThen,
    Money limitsNow,
    List<Change> changes) {

  /** One application that would have been decided otherwise. */
  public record Change(ApplicationId application, Recommendation then, Recommendation now) {}
}
