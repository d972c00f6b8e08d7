package org.florin.statistics;

import org.florin.kernel.JobId;

/** What became of the wish to compute a period. */
public sealed interface StatisticsStart {

  /** The run is queued. */
  record Started(JobId run) implements StatisticsStart {}

  /** A run for the same period waits or works already. */
  record AlreadyRunning(JobId run) implements StatisticsStart {}

  /** The period has not begun. */
  record NotBegun() implements StatisticsStart {}
}
