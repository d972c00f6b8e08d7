package org.florin.batch.dayclose;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;
import org.florin.platform.jobs.JobStatus;

/** Moves the business date and says whether all accounts could be closed. */
@Dependent
@Named("dayCloseFinish")
public class DayCloseFinish extends AbstractBatchlet {

  @Inject RunContext context;
  @Inject JobContext job;
  @Inject DayCloseRun run;
  @Inject RunFailures failures;

  @Override
  public String process() {
    try {
      JobStatus status =
          run.finish(context.ticket()) == 0
              ? JobStatus.COMPLETED
              : JobStatus.COMPLETED_WITH_EXCEPTIONS;
      job.setExitStatus(status.code());
      return status.code();
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
