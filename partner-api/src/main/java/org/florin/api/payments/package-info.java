/** Payments of cardholders. */
@NullMarked
package org.florin.api.payments;

import org.jspecify.annotations.NullMarked;
