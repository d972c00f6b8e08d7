package org.florin.underwriting;

/** A principal reason for a decision, in order of weight: 1 weighs most. */
public record DecisionReason(int rank, String code, String text) {}
