/** The jobs {@code statistics-daily}, {@code -weekly} and {@code -monthly}, and their schedule. */
@NullMarked
package org.florin.batch.statistics;

import org.jspecify.annotations.NullMarked;
