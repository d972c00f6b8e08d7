package org.florin.risk;

/**
 * Something that is wrong in a rule file.
 *
 * @param pointer JSON pointer (RFC 6901) to the place
 * @param line of the file, from 1
 * @param message says what is wrong and what would be right
 */
public record RuleFault(String pointer, int line, String code, String message) {}
