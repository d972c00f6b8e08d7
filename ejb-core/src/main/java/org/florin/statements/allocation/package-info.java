/** Which balances a payment pays (Reg Z 1026.53). Pure. */
@NullMarked
package org.florin.statements.allocation;

import org.jspecify.annotations.NullMarked;
