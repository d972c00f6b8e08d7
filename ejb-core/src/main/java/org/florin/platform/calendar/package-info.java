/** The bank's business date. */
@NullMarked
package org.florin.platform.calendar;

import org.jspecify.annotations.NullMarked;
