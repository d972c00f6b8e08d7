/** Apply for a card, take up an invitation; the underwriters' queue. */
@NullMarked
package org.florin.portal.applications;

import org.jspecify.annotations.NullMarked;
