/** Credit balances paid back. */
@NullMarked
package org.florin.api.creditrefunds;

import org.jspecify.annotations.NullMarked;
