package org.florin.batch.jobs;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.florin.platform.jobs.JobRun;
import org.florin.platform.jobs.JobRuns;
import org.florin.platform.jobs.JobStatus;
import org.florin.platform.jobs.JobTicket;

/** Looks every second, and whenever a run ends, for runs that nobody works on, and begins them. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobStarter {

  /** Job parameter: the run. */
  public static final String RUN = "run";

  /** Job parameter: the token the run is held with. */
  public static final String TOKEN = "token";

  private static final int BATCH_MAX = 4;

  /** A run that was begun so often kills whoever begins it; a person must look at it. */
  private static final int STARTS_MAX = 50;

  private final String holder = UUID.randomUUID().toString();

  @Inject JobRuns runs;
  @Inject BatchLog log;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void beginDueRuns() {
    for (JobRun run : runs.due(BATCH_MAX)) {
      Optional<JobTicket> ticket = runs.begin(run.id(), holder);
      ticket.ifPresent(held -> start(run, held));
    }
  }

  private void start(JobRun run, JobTicket ticket) {
    if (run.starts() >= STARTS_MAX) {
      runs.end(
          ticket, JobStatus.FAILED, "begun " + run.starts() + " times without coming to an end");
      return;
    }
    Properties parameters = new Properties();
    parameters.setProperty(RUN, run.id().toString());
    parameters.setProperty(TOKEN, Long.toString(ticket.token()));
    try {
      BatchRuntime.getJobOperator().start(run.job(), parameters);
    } catch (BatchRuntimeException e) {
      log.notStarted(run.job(), run.id().toString(), e);
      runs.end(ticket, JobStatus.FAILED, "the job could not be started");
    }
  }
}
