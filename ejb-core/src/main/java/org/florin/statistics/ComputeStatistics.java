package org.florin.statistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.florin.accounts.AccountBook;
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
  @Inject AccountBook book;
  @Inject JobRuns jobs;
  @Inject BusinessClock clock;

  /**
   * @return whether the run was asked to stop
   * @throws ControlTotalMismatch if figures and ledger differ
   */
  public boolean handle(Command command) {
    switch (command.step()) {
      case StatisticsStep.Compute step ->
          compute(step.period(), step.startsOn(), new Statistics.Part(step.part(), step.parts()));
      case StatisticsStep.Settle step -> settle(command.ticket(), step);
    }
    return jobs.progress(command.ticket(), command.number(), command.total());
  }

  private void compute(Period period, LocalDate startsOn, Statistics.Whose whose) {
    statistics.lock(period, startsOn);
    Statistics.Scope scope = new Statistics.Scope(period, startsOn, period.endOf(startsOn), whose);
    if (statistics.isClosed(period, startsOn)) {
      statistics.addMissing(scope, statistics.revision(period, startsOn) + 1);
    } else {
      statistics.replace(scope);
    }
  }

  private void settle(JobTicket ticket, StatisticsStep.Settle step) {
    statistics.lock(step.period(), step.startsOn());
    LocalDate end = step.period().endOf(step.startsOn());
    List<Statistics.Mismatch> mismatches =
        withoutLateArrivals(
            step, statistics.mismatches(step.period(), step.startsOn(), end, Statistics.ALL));
    if (!mismatches.isEmpty()) {
      throw new ControlTotalMismatch(
          step.period().code()
              + " figures of "
              + step.startsOn()
              + " differ from the ledger for "
              + mismatches.size()
              + " accounts: "
              + mismatches.subList(0, Math.min(ACCOUNTS_NAMED_MAX, mismatches.size())));
    }
    statistics.settle(
        step.period(), step.startsOn(), end.isBefore(clock.businessDate()), ticket.run());
  }

  /**
   * What was booked while the run went on is no difference: the accounts concerned are locked, so
   * that nothing more arrives, and computed once more. What differs then is wrong.
   */
  private List<Statistics.Mismatch> withoutLateArrivals(
      StatisticsStep.Settle step, List<Statistics.Mismatch> mismatches) {
    if (mismatches.isEmpty()) {
      return mismatches;
    }
    List<AccountId> accounts =
        mismatches.stream().flatMap(mismatch -> mismatch.account().stream()).toList();
    LocalDate end = step.period().endOf(step.startsOn());
    List<LocalDate> days =
        step.period() == Period.DAILY ? List.of() : statistics.computedDays(step.startsOn(), end);
    // Periods are locked before accounts, everywhere, so that two runs never wait for each other.
    days.forEach(day -> statistics.lock(Period.DAILY, day));
    book.lock(accounts);
    Statistics.Whose theirs = new Statistics.Some(accounts);
    days.forEach(day -> compute(Period.DAILY, day, theirs));
    compute(step.period(), step.startsOn(), theirs);
    return statistics.mismatches(step.period(), step.startsOn(), end, theirs);
  }
}
