package org.florin.disputes;

/**
 * What law and network ask, as of a date.
 *
 * @param noticeDays behind the first statement that shows a transaction, to dispute it
 * @param acknowledgeDays behind receipt, to answer
 * @param resolveDays behind receipt, to decide at the latest
 * @param resolveCycles complete billing cycles behind receipt, to decide
 * @param chargebackDays behind the transaction, to turn to the network
 * @param liabilityLimitMinor most that a cardholder answers for of unauthorized use
 * @param qualityAboveMinor quality claims are for transactions above this
 */
record DisputeRule(
    int noticeDays,
    int acknowledgeDays,
    int resolveDays,
    int resolveCycles,
    int chargebackDays,
    long liabilityLimitMinor,
    long qualityAboveMinor) {}
