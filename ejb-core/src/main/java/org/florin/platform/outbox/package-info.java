/**
 * Events written with the change they tell of, drained in order by the relay. Guarantee: no change
 * without its event, no event without its change.
 */
@NullMarked
package org.florin.platform.outbox;

import org.jspecify.annotations.NullMarked;
