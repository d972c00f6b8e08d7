/**
 * Cards: issue, activate, pause, resume, close.
 *
 * <p>A card number, its expiry and its security code exist in clear only behind {@link CardVault};
 * here are only the first digits, the last four and a keyed hash. States go {@code
 * pending_activation -> active <-> paused -> closed}; closed is final and has a reason. Each change
 * is a row in {@code card_event}, an event in the outbox and a line of audit, in one transaction.
 *
 * <p>Use cases lock the one card they change; whoever also locks its account does so before.
 */
@NullMarked
package org.florin.cards;

import org.jspecify.annotations.NullMarked;
