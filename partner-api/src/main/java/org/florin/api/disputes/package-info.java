/** Disputes of booked transactions: opened, followed, proved and taken back by partners. */
@NullMarked
package org.florin.api.disputes;

import org.jspecify.annotations.NullMarked;
