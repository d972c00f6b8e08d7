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

/** An application as applicants, partners and staff may see it; names nobody. */
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
    Optional<Instant> adverseActionDueAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /**
   * What was decided.
   *
   * @param outcome {@code approved} or {@code declined}
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
}
