/**
 * Rates that an account has for a while: promotions that the bank offers and caps that the law
 * gives a person. What they do to interest is decided in {@code statements.interest}. Ring 4: uses
 * statements and accounts.
 */
@NullMarked
package org.florin.offers;

import org.jspecify.annotations.NullMarked;
