/**
 * A credit bureau that answers by simple rules on the tax id; slow, silent and failing files
 * included.
 */
@NullMarked
package org.florin.simulators.bureau;

import org.jspecify.annotations.NullMarked;
