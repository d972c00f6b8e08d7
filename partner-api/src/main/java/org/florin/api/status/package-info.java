/** Who am I, how is the bank. */
@NullMarked
package org.florin.api.status;

import org.jspecify.annotations.NullMarked;
