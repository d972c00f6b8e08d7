/**
 * The bank's old payment system: its own broker and a responder that answers fixed-width EBCDIC
 * requests.
 */
@NullMarked
package org.florin.simulators.mainframe;

import org.jspecify.annotations.NullMarked;
