/** Credit policies: versions, and what a version would have decided in the past. */
@NullMarked
package org.florin.api.policies;

import org.jspecify.annotations.NullMarked;
