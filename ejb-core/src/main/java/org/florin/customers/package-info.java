/**
 * The people who hold accounts.
 *
 * <p>A customer is an id; what names the person lies in {@code customer_data}, sealed with a key of
 * that person's own which is wrapped by the vault's key. Tax id, e-mail and name can be looked up
 * only by keyed hashes (blind indexes). Personal data never appears in logs, events or audit.
 *
 * <p>Validity for new business is decided by {@link PersonalDetailsPolicy}; what a legacy system
 * hands over is kept as it is. Every use case locks the one customer it changes.
 */
@NullMarked
package org.florin.customers;

import org.jspecify.annotations.NullMarked;
