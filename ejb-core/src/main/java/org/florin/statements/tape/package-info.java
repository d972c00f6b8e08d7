/**
 * An account from business date to business date. Pure: yesterday's row and today's facts give
 * today's row and the charges it calls for. A row holds all that the next day needs, so that the
 * tape can be replayed from any of its rows.
 */
@NullMarked
package org.florin.statements.tape;

import org.jspecify.annotations.NullMarked;
