package org.florin.payments;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.kernel.TransactionId;

/**
 * A payment as it is now.
 *
 * @param method what the rail takes it from, such as a Stripe payment method id
 * @param railReference the rail's own id of it
 * @param transaction the booking, once it succeeded
 */
public record PaymentView(
    PaymentId id,
    AccountId account,
    Rail rail,
    String method,
    Money amount,
    PaymentStatus status,
    Optional<String> failureCode,
    Optional<String> failureText,
    Optional<String> railReference,
    Optional<TransactionId> transaction,
    Optional<ClientId> client,
    Optional<String> externalId,
    int attempts,
    Instant createdAt,
    Instant changedAt) {}
