/**
 * Card and bank payments through Stripe, by its own client library. The payment's id is Stripe's
 * idempotency key and stands in the metadata, so money moves once whatever is repeated; every state
 * is read from Stripe's own object, never guessed from a time-out.
 */
@NullMarked
package org.florin.adapters.stripe;

import org.jspecify.annotations.NullMarked;
