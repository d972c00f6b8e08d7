/** Disputes: cardholders open and follow their own, the back office works the board. */
@NullMarked
package org.florin.portal.disputes;

import org.jspecify.annotations.NullMarked;
