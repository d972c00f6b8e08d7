/**
 * How the bank decides who gets credit: versions of its credit policy, and the pure function that
 * decides by one.
 *
 * <p>A policy is data, one line of versions for each product. Who drafts a version can't approve
 * it; an approved version never changes and counts from its date until a later one does. {@link
 * UnderwritingPolicy} sees facts about an applicant and a policy, nothing else: the same two give
 * the same answer for ever.
 */
@NullMarked
package org.florin.underwriting;

import org.jspecify.annotations.NullMarked;
