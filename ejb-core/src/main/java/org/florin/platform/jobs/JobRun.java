package org.florin.platform.jobs;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.JobId;

/**
 * One run as it is now.
 *
 * @param businessKey what the job is done for, once: a date, a set of files
 * @param starts how often it was begun; more than one after a crash or a restart
 * @param processed items done, of {@code total} (0 while unknown)
 */
public record JobRun(
    JobId id,
    String job,
    String businessKey,
    String parameters,
    JobStatus status,
    int starts,
    long processed,
    long total,
    boolean stopRequested,
    Optional<String> message,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  /** Progress from 0 to 100. */
  public int percent() {
    if (status.isDone()) {
      return 100;
    }
    return total <= 0 ? 0 : (int) Math.min(99, processed * 100 / total);
  }
}
