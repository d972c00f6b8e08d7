/** The standard reports. */
@NullMarked
package org.florin.api.reports;

import org.jspecify.annotations.NullMarked;
