/**
 * The mainframe's day on plain files, for a bank that runs both systems side by side: posting,
 * interest, combine, report, statements, export and import, each as its program does it.
 *
 * <p>Nothing here knows the bank's own books; a run reads a folder and writes a folder. Inside,
 * every record is its EBCDIC bytes (ASCII files are translated byte by byte on the way in and back
 * on the way out), so that order and comparison are the mainframe's. Daily files and transactions
 * are streamed and sorted on disk; master files are held in memory. In mode {@code compatible} the
 * programs' errors are kept; in mode {@code correct} they are not; either way each record on which
 * the two part goes into the difference report.
 */
@NullMarked
package org.florin.adapters.mainframe.parallel;

import org.jspecify.annotations.NullMarked;
