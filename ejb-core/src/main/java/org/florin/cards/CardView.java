package org.florin.cards;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;

/**
 * A card as people and partners may see it.
 *
 * @param replaces the card whose place it took
 * @param sequenceNumber counts the plastics under its number, from 1
 */
public record CardView(
    CardId id,
    AccountId account,
    CustomerId customer,
    CardState state,
    Optional<ClosingReason> closedReason,
    CardKind kind,
    String bin,
    String last4,
    int expiryMonth,
    int expiryYear,
    Optional<String> externalId,
    Optional<Instant> activatedAt,
    Instant createdAt,
    Optional<CardId> replaces,
    int sequenceNumber,
    long version) {}
