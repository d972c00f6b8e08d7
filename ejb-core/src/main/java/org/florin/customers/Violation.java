package org.florin.customers;

/**
 * One thing that is wrong with given data.
 *
 * @param pointer the field, as in the public contract: {@code address/postal_code}
 * @param code stable, for programs
 * @param message for people
 */
public record Violation(String pointer, String code, String message) {}
