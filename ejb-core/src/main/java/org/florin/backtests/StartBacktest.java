package org.florin.backtests;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.JobId;
import org.florin.platform.jobs.JobRuns;
import org.florin.risk.RuleFile;
import org.florin.risk.versions.FindRuleVersions;

/** Asks for a back-test; the file is kept as it is now, whatever becomes of the draft. */
@Stateless
public class StartBacktest {

  /** The job's name in the batch monitor. */
  public static final String JOB = "risk-backtest";

  /**
   * @param from first date, in the bank's time zone
   * @param to last date
   */
  public record Command(int version, LocalDate from, LocalDate to, Actor actor) {
    public Command {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a back-test does not end before it begins");
      }
    }
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** It waits for its turn. */
    record Started(JobId run) implements Outcome {}

    /** The same one is under way. */
    record AlreadyRunning(JobId run) implements Outcome {}

    /** There is no such version. */
    record UnknownVersion() implements Outcome {}
  }

  @Inject FindRuleVersions versions;
  @Inject Backtests backtests;
  @Inject JobRuns jobs;
  @Inject BusinessClock clock;

  public Outcome handle(Command command) {
    var version = versions.byNumber(command.version());
    if (version.isEmpty()
        || !(RuleFile.read(version.get().file()) instanceof RuleFile.Valid valid)) {
      return new Outcome.UnknownVersion();
    }
    var enqueued =
        jobs.enqueueAgain(
            JOB,
            "version %d.%d, %s to %s"
                .formatted(
                    command.version(), version.get().revision(), command.from(), command.to()),
            Integer.toString(command.version()),
            command.actor().name());
    if (!enqueued.isNew()) {
      return new Outcome.AlreadyRunning(enqueued.run());
    }
    backtests.add(enqueued.run(), version.get(), valid.rules(), command, clock.now());
    return new Outcome.Started(enqueued.run());
  }
}
