/** What a statement asks for, until when, and how long paying only that takes. Pure. */
@NullMarked
package org.florin.statements.minimum;

import org.jspecify.annotations.NullMarked;
