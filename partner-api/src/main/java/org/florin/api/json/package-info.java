/** Reading and writing bodies: strict, bounded, canonical; every complaint points at its place. */
@NullMarked
package org.florin.api.json;

import org.jspecify.annotations.NullMarked;
