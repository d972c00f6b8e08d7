package org.florin.statistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.platform.jobs.JobRuns;
import org.florin.platform.jobs.JobTicket;

/**
 * Goes one step of a statistics run, in one transaction. A step may be repeated: an open period's
 * rows are replaced, a closed period only gets what it lacks.
 */
@Stateless
public class ComputeStatistics {

  private static final int ACCOUNTS_NAMED_MAX = 20;

  /** The step, and where in the run it stands. */
  public record Command(JobTicket ticket, StatisticsStep step, long number, long total) {}

  @Inject Statistics statistics;
  @Inject JobRuns jobs;
  @Inject BusinessClock clock;

  /**
   * @return whether the run was asked to stop
   * @throws ControlTotalMismatch if figures and ledger differ
   */
  public boolean handle(Command command) {
    switch (command.step()) {
      case StatisticsStep.OfAccounts step -> compute(command, Optional.of(step.accounts()));
      case StatisticsStep.OfNoAccount step -> compute(command, Optional.empty());
      case StatisticsStep.Settle step -> settle(command.ticket(), step);
    }
    return jobs.progress(command.ticket(), command.number(), command.total());
  }

  private void compute(Command command, Optional<List<AccountId>> accounts) {
    Period period = command.step().period();
    LocalDate startsOn = command.step().startsOn();
    Statistics.Scope scope =
        new Statistics.Scope(period, startsOn, period.endOf(startsOn), accounts);
    if (statistics.isClosed(period, startsOn)) {
      statistics.addMissing(scope, statistics.revision(period, startsOn) + 1);
    } else {
      statistics.replace(scope);
    }
  }

  private void settle(JobTicket ticket, StatisticsStep.Settle step) {
    LocalDate end = step.period().endOf(step.startsOn());
    List<Statistics.Mismatch> mismatches =
        statistics.mismatches(step.period(), step.startsOn(), end, ACCOUNTS_NAMED_MAX);
    if (!mismatches.isEmpty()) {
      throw new ControlTotalMismatch(
          step.period().code()
              + " figures of "
              + step.startsOn()
              + " differ from the ledger: "
              + mismatches);
    }
    statistics.settle(
        step.period(), step.startsOn(), end, end.isBefore(clock.businessDate()), ticket.run());
  }
}
