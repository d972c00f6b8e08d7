/** Automatic payments of an account. */
@NullMarked
package org.florin.api.autopay;

import org.jspecify.annotations.NullMarked;
