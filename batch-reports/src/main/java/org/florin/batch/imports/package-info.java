/** The job {@code import}: takes in the files of a legacy system, then writes its reports. */
@NullMarked
package org.florin.batch.imports;

import org.jspecify.annotations.NullMarked;
