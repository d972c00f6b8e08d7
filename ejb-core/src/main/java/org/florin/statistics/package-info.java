/**
 * Figures per day, week and month, computed by batch jobs from the journal, the authorizations and
 * the applications.
 *
 * <p>A day's figures equal the ledger: their control total is compared with the journal's lines
 * account by account, and a difference of one cent fails the run. A day is open until the business
 * date has left it; its rows are then replaced by every run. A closed day never changes: late
 * arrivals become rows of a higher revision. Weeks (ISO, from Monday) and months are sums of daily
 * rows. All metrics are plain counts and sums, so that sums of sums stay exact. This context only
 * reads the others' tables; nothing decides on it. Ring 4.
 */
@NullMarked
package org.florin.statistics;

import org.jspecify.annotations.NullMarked;
