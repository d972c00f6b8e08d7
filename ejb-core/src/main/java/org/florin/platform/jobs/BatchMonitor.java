package org.florin.platform.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.JobId;

/** What staff see of background work, and what they may do about it. */
@Stateless
public class BatchMonitor {

  @Inject JobRuns runs;

  /** The latest runs of all jobs, newest first. */
  public List<JobRun> latest(int countMax) {
    return runs.latest(countMax);
  }

  public Optional<JobRun> find(JobId run) {
    return runs.find(run);
  }

  /** Starts a failed or stopped run again behind its last chunk; false if it is neither. */
  public boolean restart(JobId run, String requestedBy) {
    return runs.restart(run, requestedBy);
  }

  /** Asks a waiting or running run to stop; false if it is neither. */
  public boolean stop(JobId run, String requestedBy) {
    return runs.requestStop(run, requestedBy);
  }
}
