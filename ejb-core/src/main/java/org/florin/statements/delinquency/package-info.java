/** Payments that are missed: how long, how much, and what follows. Pure. */
@NullMarked
package org.florin.statements.delinquency;

import org.jspecify.annotations.NullMarked;
