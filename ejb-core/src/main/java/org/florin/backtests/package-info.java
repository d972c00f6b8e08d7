/**
 * Asks a version of the risk rules about authorizations of the past, and counts what would have
 * been decided otherwise. Nothing is decided again and no authorization is touched.
 *
 * <p>Invariants: an authorization is asked about with what was known before it; counts and the
 * place reached move in one commit, so that a run that was stopped or killed goes on as if nothing
 * had happened. Ring 4: uses authorization and risk.
 */
@NullMarked
package org.florin.backtests;

import org.jspecify.annotations.NullMarked;
