/** How amounts, dates and words are written on a page. */
@NullMarked
package org.florin.portal.format;

import org.jspecify.annotations.NullMarked;
