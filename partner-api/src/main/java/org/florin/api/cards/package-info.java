/** Cards and their controls. */
@NullMarked
package org.florin.api.cards;

import org.jspecify.annotations.NullMarked;
