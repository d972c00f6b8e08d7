/**
 * Credit lines: limits, balances, status. Invariants: {@code posted balance = sum of the account's
 * journal lines}; {@code available = limit - posted - held}. The account row is the lock of
 * everything that moves an account's money; it is taken before anything is read to decide on, in id
 * order where there are several. Ring 2.
 */
@NullMarked
package org.florin.accounts;

import org.jspecify.annotations.NullMarked;
