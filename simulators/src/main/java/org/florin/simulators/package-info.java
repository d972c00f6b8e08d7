/**
 * The world outside the bank, for development and tests. One process, reached only over the wire,
 * bound to loopback; none of it is part of the deployed application.
 */
@NullMarked
package org.florin.simulators;

import org.jspecify.annotations.NullMarked;
