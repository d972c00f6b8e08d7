/** A cardholder's account and the bank's view of all accounts. */
@NullMarked
package org.florin.portal.accounts;

import org.jspecify.annotations.NullMarked;
