/** Who calls, and what the key allows. */
@NullMarked
package org.florin.api.security;

import org.jspecify.annotations.NullMarked;
