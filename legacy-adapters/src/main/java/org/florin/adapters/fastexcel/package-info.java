/** Writes spreadsheets. */
@NullMarked
package org.florin.adapters.fastexcel;

import org.jspecify.annotations.NullMarked;
