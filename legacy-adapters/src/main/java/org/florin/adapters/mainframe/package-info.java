/**
 * The bank's mainframe and its files, as the sample system CardDemo has them.
 *
 * <p>{@link org.florin.adapters.mainframe.CardDemoFormats} is the adapter behind the core's port
 * for legacy files; {@link org.florin.adapters.mainframe.FileSetGenerator} makes file sets of any
 * size to try it on. The mainframe's programs themselves are in {@link
 * org.florin.adapters.mainframe.parallel}.
 */
@NullMarked
package org.florin.adapters.mainframe;

import org.jspecify.annotations.NullMarked;
