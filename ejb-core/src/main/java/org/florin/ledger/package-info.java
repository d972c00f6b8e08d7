/**
 * The bank's double-entry journal. Every movement is an entry whose lines sum to zero per currency;
 * entries are never changed, only followed by reversing ones. A natural key keeps each movement
 * from being booked twice, for ever. Ring 1: only {@code accounts} and above call it; balances of
 * accounts are kept by {@code accounts}, never here.
 */
@NullMarked
package org.florin.ledger;

import org.jspecify.annotations.NullMarked;
