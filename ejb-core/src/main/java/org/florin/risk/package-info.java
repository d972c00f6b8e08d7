/**
 * The language of risk rules: attributes of an authorization, rules over them in a JSON file, and
 * what the rules find. Pure values and functions of them, without a clock, a database or a
 * container, so that the same file means the same at the desk, in a back-test and on a stream.
 *
 * <p>Invariants: an attribute is defined in one place ({@code Attribute}); every amount is a whole
 * number of minor units; what can't be known is missing, never zero, and each rule says what a
 * missing attribute means for it. Ring 2: whoever decides uses it.
 */
@NullMarked
package org.florin.risk;

import org.jspecify.annotations.NullMarked;
