package org.florin.clearing;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;

/**
 * A booked presentment without an approval to lean on, for the back office to look at.
 *
 * @param authorization the declined or reversed one that it named, if any
 * @param resolvedBy who looked at it
 */
public record UnmatchedClearing(
    TransactionId transaction,
    AccountId account,
    Optional<AuthorizationId> authorization,
    Money amount,
    String merchantName,
    Instant createdAt,
    Optional<Instant> resolvedAt,
    Optional<String> resolvedBy,
    Optional<String> note) {}
