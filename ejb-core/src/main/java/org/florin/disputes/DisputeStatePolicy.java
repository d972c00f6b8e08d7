package org.florin.disputes;

import static org.florin.disputes.DisputeState.ACKNOWLEDGED;
import static org.florin.disputes.DisputeState.CORRECTED_IN_PART;
import static org.florin.disputes.DisputeState.CREDITED;
import static org.florin.disputes.DisputeState.INVESTIGATING;
import static org.florin.disputes.DisputeState.RECEIVED;
import static org.florin.disputes.DisputeState.RESOLVED_FOR_CARDHOLDER;
import static org.florin.disputes.DisputeState.RESOLVED_FOR_MERCHANT;
import static org.florin.disputes.DisputeState.WITHDRAWN;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of steps. The cardholder may be found right at any time; to find the merchant right
 * takes an investigation (Reg Z 1026.13(f)).
 */
final class DisputeStatePolicy {

  private static final Map<DisputeState, Map<DisputeStep, DisputeState>> STEPS =
      Map.of(
          RECEIVED,
          Map.of(
              DisputeStep.ACKNOWLEDGE, ACKNOWLEDGED,
              DisputeStep.RESOLVE_FOR_CARDHOLDER, RESOLVED_FOR_CARDHOLDER,
              DisputeStep.WITHDRAW, WITHDRAWN),
          ACKNOWLEDGED,
          Map.of(
              DisputeStep.INVESTIGATE, INVESTIGATING,
              DisputeStep.CREDIT, CREDITED,
              DisputeStep.RESOLVE_FOR_CARDHOLDER, RESOLVED_FOR_CARDHOLDER,
              DisputeStep.WITHDRAW, WITHDRAWN),
          INVESTIGATING,
          Map.of(
              DisputeStep.CREDIT, CREDITED,
              DisputeStep.RESOLVE_FOR_CARDHOLDER, RESOLVED_FOR_CARDHOLDER,
              DisputeStep.RESOLVE_FOR_MERCHANT, RESOLVED_FOR_MERCHANT,
              DisputeStep.CORRECT_IN_PART, CORRECTED_IN_PART,
              DisputeStep.WITHDRAW, WITHDRAWN),
          CREDITED,
          Map.of(
              DisputeStep.RESOLVE_FOR_CARDHOLDER, RESOLVED_FOR_CARDHOLDER,
              DisputeStep.RESOLVE_FOR_MERCHANT, RESOLVED_FOR_MERCHANT,
              DisputeStep.CORRECT_IN_PART, CORRECTED_IN_PART,
              DisputeStep.WITHDRAW, WITHDRAWN));

  private DisputeStatePolicy() {}

  /** Where a step leads; empty if it can't be taken there. */
  static Optional<DisputeState> next(DisputeState state, DisputeStep step) {
    return Optional.ofNullable(STEPS.getOrDefault(state, Map.of()).get(step));
  }

  /** The steps that can be taken. */
  static Set<DisputeStep> steps(DisputeState state) {
    return STEPS.getOrDefault(state, Map.of()).keySet();
  }
}
