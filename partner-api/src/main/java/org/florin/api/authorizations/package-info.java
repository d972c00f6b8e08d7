/** Card payments: authorize, reverse, capture. */
@NullMarked
package org.florin.api.authorizations;

import org.jspecify.annotations.NullMarked;
