/** Credit lines and what happened on them. */
@NullMarked
package org.florin.api.accounts;

import org.jspecify.annotations.NullMarked;
