/**
 * Answers stored under a partner's key, so that a repeat gets the same answer and no second effect.
 */
@NullMarked
package org.florin.platform.idempotency;

import org.jspecify.annotations.NullMarked;
