/**
 * The versions of the bank's rule file: drafted, run in the shadow, active, retired. Bank-wide: a
 * rule that is for one product asks for the {@code product}.
 *
 * <p>Invariants: at most one version is active and at most one in the shadow; a file that left its
 * draft never changes; nobody promotes what they made or edited last. The database holds all three,
 * each in one statement, however many nodes and people try at once.
 */
@NullMarked
package org.florin.risk.versions;

import org.jspecify.annotations.NullMarked;
