/**
 * The bank's mainframe and its files, as the sample system CardDemo has them.
 *
 * <p>{@link org.florin.adapters.mainframe.CardDemoFormats} is the adapter behind the core's port
 * for legacy files. {@link org.florin.adapters.mainframe.PostingStep} repeats the mainframe's
 * posting program on plain files, to the byte and without touching the bank's books; {@link
 * org.florin.adapters.mainframe.FileSetGenerator} makes file sets of any size to try it on.
 */
@NullMarked
package org.florin.adapters.mainframe;

import org.jspecify.annotations.NullMarked;
