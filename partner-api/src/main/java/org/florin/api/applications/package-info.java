/** Applications for a card. */
@NullMarked
package org.florin.api.applications;

import org.jspecify.annotations.NullMarked;
