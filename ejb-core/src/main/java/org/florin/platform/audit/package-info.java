/** Who did what: one record a change, in the change's own transaction. Append-only. */
@NullMarked
package org.florin.platform.audit;

import org.jspecify.annotations.NullMarked;
