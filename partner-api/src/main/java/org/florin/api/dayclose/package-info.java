/** The bank's movable date. */
@NullMarked
package org.florin.api.dayclose;

import org.jspecify.annotations.NullMarked;
