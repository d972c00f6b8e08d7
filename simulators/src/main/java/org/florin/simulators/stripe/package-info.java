/**
 * A sandbox that speaks Stripe's API as far as the bank uses it: state, idempotency, signed
 * webhooks, faults on demand.
 */
@NullMarked
package org.florin.simulators.stripe;

import org.jspecify.annotations.NullMarked;
