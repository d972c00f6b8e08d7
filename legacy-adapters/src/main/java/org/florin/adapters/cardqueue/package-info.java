/**
 * The text of the mainframe's authorization messages: eighteen comma-separated fields in, 63
 * characters out. No quoting, no header; a field that is too long or of another kind makes a
 * message malformed.
 */
@NullMarked
package org.florin.adapters.cardqueue;

import org.jspecify.annotations.NullMarked;
