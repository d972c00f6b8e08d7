/** Figures per day, week and month. */
@NullMarked
package org.florin.api.statistics;

import org.jspecify.annotations.NullMarked;
