/**
 * The mainframe's door for card payments: requests from its queue, replies to where each request
 * says, under the request's correlation id. As the old program did it, a message is taken outside
 * of any unit of work; a sender that hears nothing sends again, and the same transaction is decided
 * once.
 */
@NullMarked
package org.florin.routes.cardqueue;

import org.jspecify.annotations.NullMarked;
