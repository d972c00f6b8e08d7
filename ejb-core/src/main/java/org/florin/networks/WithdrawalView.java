package org.florin.networks;

import java.time.Instant;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;

/**
 * An approval that we took back, and that nobody at the network has acknowledged.
 *
 * @param link the network's or acquirer's name
 */
public record WithdrawalView(
    AuthorizationId authorization,
    String link,
    Money amount,
    String merchantName,
    int attemptCount,
    Instant createdAt) {}
