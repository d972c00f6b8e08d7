/**
 * Measures the bank from outside: rates, latencies and what survives a kill. Only ratios of one run
 * count; a figure is void unless the books are right after it, so every run ends by checking them.
 */
@NullMarked
package org.florin.launcher.bench;

import org.jspecify.annotations.NullMarked;
