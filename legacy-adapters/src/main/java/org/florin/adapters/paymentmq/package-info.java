/**
 * Payments over the mainframe's message queue: fixed-width EBCDIC requests out, replies in, matched
 * by an id of ours that stands both in the JMS correlation id and in the record. Money is never
 * sent twice under different ids; a reply that is missing is asked for.
 */
@NullMarked
package org.florin.adapters.paymentmq;

import org.jspecify.annotations.NullMarked;
