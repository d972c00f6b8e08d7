/**
 * The account side of credit: what an account owes by kind of balance, what that costs, what is
 * asked for and when, and the statements that say so.
 *
 * <p>Everything about money is decided by the pure policies of the packages below: {@code interest}
 * (rates, grace, rounding), {@code allocation} (which balance a payment pays), {@code minimum}
 * (minimum payment, calendar, payoff warning), {@code fees}, {@code delinquency}, and {@code tape}
 * (one day of one account). Invariant: an account's segments less its credit balance are its posted
 * balance as of the cut-off. Posted money is never edited and a statement never redrawn. Ring 3.
 */
@NullMarked
package org.florin.statements;

import org.jspecify.annotations.NullMarked;
