/**
 * Tells the cardholder: decision, invitation, large transaction, payment.
 *
 * <p>An event becomes at most one pending notification, in one transaction with the inbox ({@link
 * NotifyCardholder}); sending happens later and outside any transaction ({@link
 * DeliverNotifications}), is tried again with growing pauses, and leaves a proof. What is kept
 * names nobody: the address is looked up when the message is written.
 */
@NullMarked
package org.florin.notifications;

import org.jspecify.annotations.NullMarked;
