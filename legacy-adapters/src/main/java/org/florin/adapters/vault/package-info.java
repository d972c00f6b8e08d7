/**
 * The vault: AES-256-GCM and HMAC-SHA-256 of the JDK. Data keys are wrapped by a key-encrypting key
 * from the environment; look-up hashes and security codes have keys of their own. A nonce is random
 * and never used twice with a key; every cipher text is bound to its row, column and key version.
 */
@NullMarked
package org.florin.adapters.vault;

import org.jspecify.annotations.NullMarked;
