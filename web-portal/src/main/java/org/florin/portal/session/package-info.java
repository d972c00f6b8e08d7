/** Who is at the page: sign-in, the gate in front of every page, response headers. */
@NullMarked
package org.florin.portal.session;

import org.jspecify.annotations.NullMarked;
