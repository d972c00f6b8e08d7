package org.florin.authorization.rules;

import org.florin.authorization.lifecycle.Tolerance;

/**
 * What is expected of clearings of merchant categories.
 *
 * @param single the first clearing is the last, whatever it says
 */
public record ClearingRule(int rank, MccRange categories, Tolerance tolerance, boolean single) {}
