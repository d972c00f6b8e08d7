/**
 * Turns what was authorized into booked transactions. A clearing is not a decision: it always
 * posts, flagged where it differs from what was authorized. Its natural key keeps it from posting
 * twice. Ring 4: uses authorization, accounts and the ledger.
 */
@NullMarked
package org.florin.clearing;

import org.jspecify.annotations.NullMarked;
