/** A cardholder's cards. */
@NullMarked
package org.florin.portal.cards;

import org.jspecify.annotations.NullMarked;
