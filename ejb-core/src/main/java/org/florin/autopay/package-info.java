/**
 * Payments that a cardholder wants made by themselves: the minimum, the statement's balance, the
 * current balance or a fixed amount, ordered some days before the due date, once for a statement.
 * Ring 4: uses statements and payments.
 */
@NullMarked
package org.florin.autopay;

import org.jspecify.annotations.NullMarked;
