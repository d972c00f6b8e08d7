/**
 * Values that every context shares: money, rates, ids, the clock. Nothing here has a life cycle,
 * and nothing here knows a framework beyond {@code @Embeddable}.
 */
@NullMarked
package org.florin.kernel;

import org.jspecify.annotations.NullMarked;
