/** Pages about credit policies. */
@NullMarked
package org.florin.portal.policies;

import org.jspecify.annotations.NullMarked;
