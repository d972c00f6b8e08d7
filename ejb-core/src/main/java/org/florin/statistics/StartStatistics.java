package org.florin.statistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.jobs.JobRuns;

/** Queues the computation of the period that holds a date; one run for a period at a time. */
@Stateless
public class StartStatistics {

  /** Begins the names of the jobs in the batch monitor; the period follows. */
  public static final String JOB_PREFIX = "statistics-";

  /** Any date of the period wanted. */
  public record Command(Period period, LocalDate date, Actor actor) {}

  @Inject JobRuns jobs;
  @Inject BusinessClock clock;

  /** Queues the run, or names the one that is under way. */
  public StatisticsStart handle(Command command) {
    LocalDate startsOn = command.period().startOf(command.date());
    if (startsOn.isAfter(clock.businessDate())) {
      return new StatisticsStart.NotBegun();
    }
    JobRuns.Enqueued enqueued =
        jobs.enqueueAgain(
            JOB_PREFIX + command.period().code(),
            startsOn.toString(),
            startsOn.toString(),
            command.actor().name());
    return enqueued.isNew()
        ? new StatisticsStart.Started(enqueued.run())
        : new StatisticsStart.AlreadyRunning(enqueued.run());
  }
}
