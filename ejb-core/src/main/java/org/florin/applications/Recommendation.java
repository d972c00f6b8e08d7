package org.florin.applications;

import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;

/** What the policy makes of an application, with every step that led there. */
sealed interface Recommendation {

  List<TraceLine> trace();

  Optional<Integer> score();

  /** A line of credit can be offered. */
  record Approve(Money limit, AnnualRate apr, Optional<Integer> score, List<TraceLine> trace)
      implements Recommendation {}

  /** A person has to look; the limit and rate are a proposal. */
  record Refer(
      Money proposedLimit,
      AnnualRate proposedApr,
      List<DecisionReason> causes,
      Optional<Integer> score,
      List<TraceLine> trace)
      implements Recommendation {}

  /** No, for these reasons, heaviest first. */
  record Decline(List<DecisionReason> reasons, Optional<Integer> score, List<TraceLine> trace)
      implements Recommendation {}
}
