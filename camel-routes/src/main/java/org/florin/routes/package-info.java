/**
 * The Camel runtime and the relay from outbox to topic. Rules: messages enter by message-driven
 * beans that hand a fixed set of headers, never a sender's, to a {@code direct:} route; a route
 * calls one use case; a failed delivery is thrown back, so that the broker repeats it and sets it
 * aside in the end.
 */
@NullMarked
package org.florin.routes;

import org.jspecify.annotations.NullMarked;
