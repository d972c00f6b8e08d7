/** Ends applications that nobody goes on with. */
@NullMarked
package org.florin.batch.applications;

import org.jspecify.annotations.NullMarked;
