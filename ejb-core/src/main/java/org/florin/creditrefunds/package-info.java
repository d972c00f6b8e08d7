/**
 * Credit balances paid back (Reg Z 1026.11): within seven business days of a request, and by the
 * bank's own accord once one has stood for six months.
 *
 * <p>An order moves the credit balance off the account at once, so that it can't be spent too; the
 * payments office sends the money and says by which reference. Money never moves twice: the account
 * is locked before its balance is read, and a natural key is booked once. Ring 4.
 */
@NullMarked
package org.florin.creditrefunds;

import org.jspecify.annotations.NullMarked;
