package org.florin.authorization.rules;

/**
 * How a network words its messages.
 *
 * @param incrementIsCumulative an increment carries the new total instead of the difference
 * @param unknownOriginalIsNew an increment without its original counts as a new authorization; else
 *     it is declined with 12
 */
public record NetworkProfile(
    String name, boolean incrementIsCumulative, boolean unknownOriginalIsNew) {}
