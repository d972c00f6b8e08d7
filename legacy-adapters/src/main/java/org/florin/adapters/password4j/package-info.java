/** Password hashes by password4j: Argon2id. */
@NullMarked
package org.florin.adapters.password4j;

import org.jspecify.annotations.NullMarked;
