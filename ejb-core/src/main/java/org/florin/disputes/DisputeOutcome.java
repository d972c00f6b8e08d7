package org.florin.disputes;

/** What came of a step. */
public sealed interface DisputeOutcome {

  /** The step is taken. */
  record Done(DisputeView dispute) implements DisputeOutcome {}

  /** No such dispute, or not for this cardholder. */
  record NotFound() implements DisputeOutcome {}

  /** The step can't be taken. */
  record NotPossible(DisputeView dispute, String why) implements DisputeOutcome {}
}
