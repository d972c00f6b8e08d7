/**
 * Payments on their way: orders from the topic to their rail, replies of the mainframe back, and
 * the poller that asks about payments nobody told us the end of.
 */
@NullMarked
package org.florin.routes.payments;

import org.jspecify.annotations.NullMarked;
