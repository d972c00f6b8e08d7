package org.florin.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;
import org.florin.underwriting.DecisionReason;
import org.florin.underwriting.TraceLine;

/** All that an underwriter looks at: the form, the bureau's score, every step of the decision. */
public record ApplicationFile(
    ApplicationView application,
    ApplicationForm form,
    String bureauStatus,
    Optional<Integer> score,
    int policyVersion,
    List<DecisionReason> causes,
    List<TraceLine> trace,
    Optional<Money> suggestedLimit,
    Optional<AnnualRate> suggestedApr,
    Optional<Proposal> proposal,
    List<DocumentRequest> asked,
    List<DocumentView> documents,
    List<Transition> history) {

  /** An approval above one person's authority that waits for a second one. */
  public record Proposal(String by, Money creditLimit, Instant at) {}

  /** One step of the application's life. */
  public record Transition(
      Instant at,
      Optional<ApplicationStatus> from,
      ApplicationStatus to,
      String actor,
      String channel,
      Optional<String> reason) {}

  @Override
  public String toString() {
    return "ApplicationFile[" + application.id() + "]";
  }
}
