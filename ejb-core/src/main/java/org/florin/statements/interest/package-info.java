/**
 * What a day's balances cost: which rate counts, which balances have grace, how a cycle's interest
 * is rounded. Pure; exact decimals; rounding happens in {@link
 * org.florin.statements.interest.InterestPolicy} and nowhere else.
 */
@NullMarked
package org.florin.statements.interest;

import org.jspecify.annotations.NullMarked;
