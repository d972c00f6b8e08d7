package org.florin.statistics;

import java.time.LocalDate;

/** One transaction of a statistics run. */
public sealed interface StatisticsStep {

  Period period();

  LocalDate startsOn();

  /**
   * Computes a part of a period's figures: those of every account whose id falls to the part.
   *
   * @param part from 0; the first also has the figures that belong to no account
   * @param parts how many there are; one part is the whole
   */
  record Compute(Period period, LocalDate startsOn, int part, int parts)
      implements StatisticsStep {}

  /** Compares the whole with the ledger and closes the period if it is over. */
  record Settle(Period period, LocalDate startsOn) implements StatisticsStep {}
}
