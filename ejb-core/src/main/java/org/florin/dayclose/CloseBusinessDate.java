package org.florin.dayclose;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.JobId;
import org.florin.platform.jobs.JobRuns;

/** Orders the close of the present business date, and of those behind it up to a date. */
@Stateless
public class CloseBusinessDate {

  /** The name of the job. */
  public static final String JOB = "day-close";

  /** Most days that one order may close. */
  public static final int DAYS_MAX = 1000;

  /**
   * @param until business date wanted in the end; empty for the next one
   */
  public record Command(Optional<LocalDate> until, Actor actor) {}

  /** What became of the order. */
  public sealed interface Outcome {

    /** The run of the first date is queued; each run queues the next. */
    record Started(JobId run, LocalDate date) implements Outcome {}

    /** The date is being closed already, by this run. */
    record AlreadyRunning(JobId run, LocalDate date) implements Outcome {}

    /** The date wanted is not ahead, or too far. */
    record Refused(String why) implements Outcome {}
  }

  @Inject DayCloses closes;
  @Inject JobRuns jobs;

  public Outcome handle(Command command) {
    var date = closes.dates().businessDate();
    var until = command.until().orElse(date.plusDays(1));
    if (!until.isAfter(date)) {
      return new Outcome.Refused("the business date is " + date + " already");
    }
    if (until.isAfter(date.plusDays(DAYS_MAX))) {
      return new Outcome.Refused("at most " + DAYS_MAX + " days at once");
    }
    var enqueued = jobs.enqueue(JOB, date.toString(), until.toString(), command.actor().name());
    return enqueued.isNew()
        ? new Outcome.Started(enqueued.run(), date)
        : new Outcome.AlreadyRunning(enqueued.run(), date);
  }
}
