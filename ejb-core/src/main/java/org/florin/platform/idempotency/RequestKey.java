package org.florin.platform.idempotency;

import org.florin.kernel.ClientId;

/**
 * A partner's key and what it is used for.
 *
 * @param key 1 to 255 visible ASCII characters
 * @param fingerprint digest of method, path and canonical body
 */
public record RequestKey(ClientId client, String key, Fingerprint fingerprint) {}
