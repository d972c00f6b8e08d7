package org.florin.underwriting;

/**
 * Something that is wrong in a credit policy.
 *
 * @param pointer JSON pointer (RFC 6901) to the place
 */
public record PolicyFault(String pointer, String message) {}
