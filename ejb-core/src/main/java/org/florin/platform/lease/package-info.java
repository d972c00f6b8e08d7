/** Named rights to act, held by one node at a time with a growing fencing token. */
@NullMarked
package org.florin.platform.lease;

import org.jspecify.annotations.NullMarked;
