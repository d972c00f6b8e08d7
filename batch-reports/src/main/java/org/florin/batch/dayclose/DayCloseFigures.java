package org.florin.batch.dayclose;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;
import org.florin.platform.jobs.BatchMonitor;
import org.florin.platform.jobs.JobTicket;
import org.florin.statistics.ComputeStatistics;
import org.florin.statistics.PlanStatistics;
import org.florin.statistics.StatisticsStep;

/**
 * Has the figures of the closed date computed and closed. This comes behind the roll: until then
 * the date still takes postings and its figures could not be final.
 */
@Dependent
@Named("dayCloseFigures")
public class DayCloseFigures extends AbstractBatchlet {

  @Inject RunContext context;
  @Inject DayCloseRun run;
  @Inject BatchMonitor monitor;
  @Inject PlanStatistics plan;
  @Inject ComputeStatistics compute;
  @Inject RunFailures failures;

  @Override
  public String process() {
    JobTicket ticket = context.ticket();
    try {
      LocalDate date = run.dateOf(ticket.run());
      long accounts = monitor.find(ticket.run()).orElseThrow().total();
      for (StatisticsStep step : plan.ofDay(date)) {
        compute.handle(new ComputeStatistics.Command(ticket, step, accounts, accounts));
      }
      return "computed";
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), ticket, e);
    }
  }
}
