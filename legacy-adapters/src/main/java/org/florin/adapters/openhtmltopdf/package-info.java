/** Prints pages as accessible PDF. */
@NullMarked
package org.florin.adapters.openhtmltopdf;

import org.jspecify.annotations.NullMarked;
