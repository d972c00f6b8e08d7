package org.florin.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.underwriting.DecisionReason;

/**
 * An application as applicants, partners and staff may see it; names nobody.
 *
 * @param documentsDueAt until when documents that were asked for have to be here
 * @param noticeDueAt by when the applicant has to be told a decision
 */
public record ApplicationView(
    ApplicationId id,
    ApplicationStatus status,
    String product,
    String currency,
    Optional<Money> requestedLimit,
    Optional<Decision> decision,
    Optional<CustomerId> customer,
    Optional<AccountId> account,
    Optional<CardId> card,
    String submittedBy,
    Optional<Instant> offerExpiresAt,
    Optional<Instant> documentsDueAt,
    Optional<Instant> noticeDueAt,
    Optional<Instant> noticeSentAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /**
   * What was decided.
   *
   * @param outcome {@code approved}, {@code counteroffered} or {@code declined}
   * @param score the bureau's, if it gave one
   */
  public record Decision(
      String outcome,
      Optional<Money> creditLimit,
      Optional<AnnualRate> apr,
      Optional<Integer> score,
      int policyVersion,
      List<DecisionReason> reasons,
      Instant decidedAt) {}

  /** Whether the applicant has only to take it. */
  public boolean isOffered() {
    return status == ApplicationStatus.APPROVED || status == ApplicationStatus.COUNTEROFFERED;
  }

  /** Whether the applicant may still withdraw it. */
  public boolean isWithdrawable() {
    return isOffered()
        || status == ApplicationStatus.IN_REVIEW
        || status == ApplicationStatus.INCOMPLETE;
  }
}
