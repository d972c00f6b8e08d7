/** What merchants present: clearings and refunds. */
@NullMarked
package org.florin.api.clearings;

import org.jspecify.annotations.NullMarked;
