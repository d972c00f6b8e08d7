/**
 * The close of the bank's business date. One run closes one date, once: it fixes the cut-off (the
 * last posting that belongs to the date), closes the accounts in ranges, moves the date, and has
 * the day's statistics computed. Everything a close does is a function of the ledger up to the
 * cut-off, the terms and the date; where it stands is written in the transactions of the work
 * itself, under the run's fencing token. Authorizations and postings go on meanwhile; what is
 * booked behind the cut-off belongs to the next date. Ring 5.
 */
@NullMarked
package org.florin.dayclose;

import org.jspecify.annotations.NullMarked;
