/**
 * Decides card payments and keeps what they reserve. A decision is a pure function of facts ({@code
 * AuthorizationPolicy}); requests that arrive together are decided together and share one commit
 * ({@code AuthorizationDesk}); nothing is answered before that commit is durable.
 *
 * <p>Invariants: held of an account = sum of held of its authorizations; authorized, captured and
 * held are never negative; an answer exists once per idempotency key. The account row is locked
 * before cards, controls and balances are read. Ring 3: uses accounts and cards; payments,
 * statements and applications don't know it.
 */
@NullMarked
package org.florin.authorization;

import org.jspecify.annotations.NullMarked;
