/**
 * ISO 8583 on the wire. One codec, driven by a table: {@code profiles.txt} says for each profile
 * how types, bitmaps, lengths and values are encoded and which data elements exist. Decoding is
 * total: bytes become a message or a precise fault, never an exception.
 */
@NullMarked
package org.florin.adapters.iso8583;

import org.jspecify.annotations.NullMarked;
