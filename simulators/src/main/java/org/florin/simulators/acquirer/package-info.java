/**
 * An acquirer at the bank's door: speaks ISO 8583 over TCP, written and read by a library of its
 * own, so that the bank's codec meets another one on the wire. Steered over HTTP.
 */
@NullMarked
package org.florin.simulators.acquirer;

import org.jspecify.annotations.NullMarked;
