/** Credit balances paid back: asked for by cardholders, sent by the payments office. */
@NullMarked
package org.florin.portal.creditrefunds;

import org.jspecify.annotations.NullMarked;
