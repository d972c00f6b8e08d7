/** What the bank lays down for the cards of a product. */
@NullMarked
package org.florin.api.programs;

import org.jspecify.annotations.NullMarked;
