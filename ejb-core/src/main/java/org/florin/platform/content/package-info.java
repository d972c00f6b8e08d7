/** Content of any length, kept in chunks. */
@NullMarked
package org.florin.platform.content;

import org.jspecify.annotations.NullMarked;
