/** The one place that turns what went wrong into RFC 9457 answers. */
@NullMarked
package org.florin.api.problem;

import org.jspecify.annotations.NullMarked;
