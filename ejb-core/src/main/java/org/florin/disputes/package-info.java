/**
 * What cardholders say is wrong about booked transactions: billing errors (Reg Z 1026.13),
 * unauthorized use (1026.12(b)) and quality claims (1026.12(c)).
 *
 * <p>A dispute moves by the table of {@link DisputeStatePolicy}; each step is a history row, an
 * event and an audit line, in one transaction with the money it moves. Invariants: original =
 * recovered + written off + remaining; no more is disputed of a transaction than was booked; what
 * is in dispute needn't be paid ({@code statements} reads it as dated steps). Money moves by
 * postings against {@code dispute_suspense}, never by edits. The account is locked before the
 * dispute. Ring 4.
 */
@NullMarked
package org.florin.disputes;

import org.jspecify.annotations.NullMarked;
