/** The simulated world outside, where it runs: messages that it is told to send to us. */
@NullMarked
package org.florin.adapters.simulators;

import org.jspecify.annotations.NullMarked;
