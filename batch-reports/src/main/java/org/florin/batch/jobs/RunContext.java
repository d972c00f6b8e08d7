package org.florin.batch.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Properties;
import org.florin.kernel.JobId;
import org.florin.platform.jobs.JobTicket;

/** The run that the present batch execution works on. */
@Dependent
public class RunContext {

  @Inject JobContext job;

  /** The right under which everything is written. */
  public JobTicket ticket() {
    JobOperator operator = BatchRuntime.getJobOperator();
    Properties parameters = operator.getParameters(job.getExecutionId());
    return new JobTicket(
        JobId.parse(parameters.getProperty(JobStarter.RUN)),
        Long.parseLong(parameters.getProperty(JobStarter.TOKEN)));
  }

  /** The name of the job. */
  public String jobName() {
    return job.getJobName();
  }

  /** Stops the execution behind the present chunk. */
  public void stop() {
    BatchRuntime.getJobOperator().stop(job.getExecutionId());
  }
}
