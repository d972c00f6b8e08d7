/** The job {@code day-close}, and its schedule. */
@NullMarked
package org.florin.batch.dayclose;

import org.jspecify.annotations.NullMarked;
