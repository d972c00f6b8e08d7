/**
 * The sandbox's view of the world outside: what a card looks like in a wallet, and messages that a
 * simulated acquirer or mainframe sends. There only where simulators run, and for sandbox partners.
 */
@NullMarked
package org.florin.api.simulate;

import org.jspecify.annotations.NullMarked;
