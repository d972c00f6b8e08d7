/** What Stripe tells us. */
@NullMarked
package org.florin.api.stripe;

import org.jspecify.annotations.NullMarked;
