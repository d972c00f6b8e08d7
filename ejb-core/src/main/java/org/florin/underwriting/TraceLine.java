package org.florin.underwriting;

/**
 * One step of a decision.
 *
 * @param rule what was looked at
 * @param evidence what was found
 * @param effect what came of it: points, {@code pass}, {@code refer} or {@code decline}
 */
public record TraceLine(String rule, String evidence, String effect) {}
