package org.florin.batch.dayclose;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;
import org.florin.platform.jobs.JobTicket;
import org.florin.reports.ReportHeading;
import org.florin.reports.StoreReports;

/** Keeps the reports of the closed date, and of its month on the last day, each by itself. */
@Dependent
@Named("dayCloseReports")
public class DayCloseReports extends AbstractBatchlet {

  @Inject RunContext context;
  @Inject DayCloseRun run;
  @Inject StoreReports reports;
  @Inject RunFailures failures;

  @Override
  public String process() {
    JobTicket ticket = context.ticket();
    try {
      for (ReportHeading due : StoreReports.dueAfter(run.dateOf(ticket.run()))) {
        run.goOn(ticket);
        reports.handle(due);
      }
      return "stored";
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), ticket, e);
    }
  }
}
