/** What isn't allowed on cards and accounts. */
@NullMarked
package org.florin.api.controls;

import org.jspecify.annotations.NullMarked;
