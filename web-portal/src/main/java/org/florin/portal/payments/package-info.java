/** Paying what is owed. */
@NullMarked
package org.florin.portal.payments;

import org.jspecify.annotations.NullMarked;
