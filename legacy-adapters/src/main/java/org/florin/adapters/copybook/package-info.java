/**
 * Reads and writes the fixed-length records of a mainframe.
 *
 * <p>A {@link org.florin.adapters.copybook.Layout} is data (see {@code layouts.txt} beside this
 * package); {@link org.florin.adapters.copybook.RecordCodec} applies it to bytes in a {@link
 * org.florin.adapters.copybook.RecordEncoding}. Decoding is strict and total: whatever the bytes
 * are, the answer is a value, either the fields or the list of faults with their offsets, and a
 * fault never reaches past its record. Amounts are counted in minor units and never leave integer
 * arithmetic. Nothing here knows what the records mean.
 */
@NullMarked
package org.florin.adapters.copybook;

import org.jspecify.annotations.NullMarked;
