/** How JSON is made and read inside the core. */
@NullMarked
package org.florin.platform.json;

import org.jspecify.annotations.NullMarked;
