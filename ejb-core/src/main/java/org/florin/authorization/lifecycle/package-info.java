/**
 * What becomes of a card payment after its decision, as pure values: a payment is an ordered list
 * of elements, and its state is only sums over them. {@code Transitions} is the one table of which
 * message does what in which state; {@code LifecyclePolicy} does the arithmetic. Nothing here reads
 * a clock, a store or a configuration, so that every order of messages can be tried by the million.
 *
 * <p>Invariants, whatever comes in whatever order and however often: no sum is below zero; nothing
 * is held unless the payment is open; held = authorized + uplift - captured while it is.
 */
@NullMarked
package org.florin.authorization.lifecycle;

import org.jspecify.annotations.NullMarked;
