package org.florin.underwriting;

import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;

/**
 * What the policy makes of an application, with every step that led there.
 *
 * @param limit of the offer, or a proposal to the person who looks; none with a refusal
 * @param reasons why it is no or less, or why a person looks; heaviest first, four at most
 * @param score the bureau's
 */
public record Recommendation(
    Outcome outcome,
    Optional<Money> limit,
    Optional<AnnualRate> apr,
    List<DecisionReason> reasons,
    Optional<Integer> score,
    List<TraceLine> trace) {}
