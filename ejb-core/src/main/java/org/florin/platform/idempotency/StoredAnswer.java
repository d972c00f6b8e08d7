package org.florin.platform.idempotency;

/**
 * What a caller was answered.
 *
 * @param status HTTP status of the answer, 200 to 299
 */
public record StoredAnswer(int status, String contentType, String body) {}
