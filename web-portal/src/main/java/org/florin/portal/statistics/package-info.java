/** Dashboards: charts drawn as SVG on the server, each with its table. */
@NullMarked
package org.florin.portal.statistics;

import org.jspecify.annotations.NullMarked;
