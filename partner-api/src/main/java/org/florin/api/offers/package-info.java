/** Rates that an account has for a while. */
@NullMarked
package org.florin.api.offers;

import org.jspecify.annotations.NullMarked;
