/**
 * What a cardholder or the bank doesn't allow on a card or an account: blocks, and limits of amount
 * and number over windows of time. What counts against a limit is read from the authorizations
 * themselves, under the account's lock, so that a reversal gives back and no counter can drift.
 */
@NullMarked
package org.florin.authorization.controls;

import org.jspecify.annotations.NullMarked;
