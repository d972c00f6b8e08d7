/**
 * Payments of cardholders. One state machine for every rail; the intent is durable before anything
 * leaves the bank, and only evidence from the rail closes a payment. Whatever order answers,
 * notifications and inquiries come in, and however often, the end is the same and money is booked
 * once (natural key {@code payment:pay_…}). A payment's row is locked before its account. Ring 3.
 */
@NullMarked
package org.florin.payments;

import org.jspecify.annotations.NullMarked;
