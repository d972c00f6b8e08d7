/** A partner that programs may ask before they approve a card payment; it decides by the cents. */
@NullMarked
package org.florin.simulators.partner;

import org.jspecify.annotations.NullMarked;
