/** The job {@code risk-backtest}. */
@NullMarked
package org.florin.batch.backtests;

import org.jspecify.annotations.NullMarked;
