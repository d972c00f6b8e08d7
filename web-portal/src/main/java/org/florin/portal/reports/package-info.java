/** The standard reports. */
@NullMarked
package org.florin.portal.reports;

import org.jspecify.annotations.NullMarked;
