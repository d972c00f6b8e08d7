/** A partner's key makes a repeat harmless. */
@NullMarked
package org.florin.api.idempotency;

import org.jspecify.annotations.NullMarked;
