package org.florin.batch.jobs;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.platform.jobs.JobRuns;
import org.florin.platform.jobs.JobStatus;

/**
 * Writes down how a run ended, and begins what waits behind it. The exit status of the job may name
 * a {@link JobStatus} of its own; otherwise the batch status counts.
 */
@Dependent
@Named("runOutcome")
public class RunOutcome implements JobListener {

  @Inject JobContext job;
  @Inject RunContext context;
  @Inject JobRuns runs;
  @Inject RunFailures failures;
  @Inject JobStarter starter;

  @Override
  public void beforeJob() {}

  @Override
  public void afterJob() {
    BatchStatus status = job.getBatchStatus();
    String message = failures.take(context.ticket());
    if (status == BatchStatus.STOPPED || status == BatchStatus.STOPPING) {
      runs.stopped(context.ticket());
    } else if (status == BatchStatus.FAILED) {
      runs.end(context.ticket(), JobStatus.FAILED, message.isEmpty() ? "the job failed" : message);
    } else if (JobStatus.COMPLETED_WITH_EXCEPTIONS.code().equals(job.getExitStatus())) {
      runs.end(context.ticket(), JobStatus.COMPLETED_WITH_EXCEPTIONS, "");
    } else {
      runs.end(context.ticket(), JobStatus.COMPLETED, "");
    }
    starter.beginDueRuns();
  }
}
