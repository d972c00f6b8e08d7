/** Releases holds whose time is over. */
@NullMarked
package org.florin.batch.holds;

import org.jspecify.annotations.NullMarked;
