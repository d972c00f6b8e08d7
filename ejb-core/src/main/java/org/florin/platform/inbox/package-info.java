/** Remembers which messages already took effect, so that a repeat has none. */
@NullMarked
package org.florin.platform.inbox;

import org.jspecify.annotations.NullMarked;
