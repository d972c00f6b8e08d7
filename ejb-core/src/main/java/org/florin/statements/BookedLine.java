package org.florin.statements;

import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.TransactionId;
import org.florin.ledger.PostingKind;

/**
 * A posting as statements see it.
 *
 * @param amountMinor effect on what is owed
 * @param country of the merchant, ISO 3166-1 alpha-2
 * @param feeFree whether no fee may follow from it
 */
record BookedLine(
    TransactionId id,
    PostingKind kind,
    long amountMinor,
    LocalDate bookedOn,
    String description,
    Optional<String> country,
    boolean feeFree) {}
