/** Statements, the daily tape behind them, and what a payment would pay. */
@NullMarked
package org.florin.api.statements;

import org.jspecify.annotations.NullMarked;
