/**
 * What the bank sells: rates, limits and number ranges of a card product, each version with the
 * date it takes effect. A change of terms is a new version; a version that was in effect is never
 * altered. Anybody above may read; nothing is locked.
 */
@NullMarked
package org.florin.products;

import org.jspecify.annotations.NullMarked;
