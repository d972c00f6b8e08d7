/** The console's pages for risk rules: versions, the editor, back-tests. */
@NullMarked
package org.florin.portal.risk;

import org.jspecify.annotations.NullMarked;
