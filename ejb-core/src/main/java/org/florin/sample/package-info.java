/**
 * The sample bank: three cardholders with two years of history, a user per role, a partner. Only
 * for trying Florin out; made once, only where {@code florin.sample.bank} says so, deterministic
 * but for ids. Uses the same use cases as everybody else. Above all rings.
 */
@NullMarked
package org.florin.sample;

import org.jspecify.annotations.NullMarked;
