/** Comma separated values that are safe to open. */
@NullMarked
package org.florin.platform.csv;

import org.jspecify.annotations.NullMarked;
