package org.florin.authorization;

import java.util.Optional;

/** The card network's own marks on a message. */
public record NetworkReference(
    String name,
    Optional<String> transactionId,
    Optional<String> retrievalReference,
    Optional<String> stan) {}
