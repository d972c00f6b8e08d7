package org.florin.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.JobId;
import org.florin.platform.jobs.JobRun;
import org.florin.platform.jobs.JobRuns;

/**
 * Says in which steps a run goes. A week or a month first computes those of its days that are not
 * closed yet, in order, then sums all of them up.
 */
@ApplicationScoped
public class PlanStatistics {

  private static final int ROWS_PER_STEP = 250_000;

  @Inject Statistics statistics;
  @Inject JobRuns jobs;
  @Inject BusinessClock clock;

  /** The steps of a run, in order; the same run may be planned and gone through again. */
  public List<StatisticsStep> steps(JobId run) {
    JobRun job = jobs.find(run).orElseThrow();
    Period period = Period.ofCode(job.job().substring(StartStatistics.JOB_PREFIX.length()));
    LocalDate startsOn = LocalDate.parse(job.parameters());
    List<StatisticsStep> steps = new ArrayList<>();
    if (period != Period.DAILY) {
      LocalDate end = period.endOf(startsOn);
      LocalDate today = clock.businessDate();
      for (LocalDate day = startsOn; !day.isAfter(end) && !day.isAfter(today); ) {
        if (!statistics.isClosed(Period.DAILY, day)) {
          add(steps, Period.DAILY, day);
        }
        day = day.plusDays(1);
      }
    }
    add(steps, period, startsOn);
    return steps;
  }

  /** The steps of one day's figures, as a part of another job's run. */
  public List<StatisticsStep> ofDay(LocalDate day) {
    List<StatisticsStep> steps = new ArrayList<>();
    add(steps, Period.DAILY, day);
    return steps;
  }

  /** So many parts that none takes long; each goes through the whole period once. */
  private void add(List<StatisticsStep> steps, Period period, LocalDate startsOn) {
    long rows = statistics.sourceRows(period, startsOn, period.endOf(startsOn));
    int parts = Math.toIntExact(1 + rows / ROWS_PER_STEP);
    for (int part = 0; part < parts; part++) {
      steps.add(new StatisticsStep.Compute(period, startsOn, part, parts));
    }
    steps.add(new StatisticsStep.Settle(period, startsOn));
  }
}
