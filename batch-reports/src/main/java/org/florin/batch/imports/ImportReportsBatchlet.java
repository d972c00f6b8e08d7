package org.florin.batch.imports;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.legacyfiles.FindImports;
import org.florin.legacyfiles.ImportTally;
import org.florin.legacyfiles.WriteImportReports;
import org.florin.platform.jobs.JobStatus;
import org.florin.platform.jobs.JobTicket;

/** Writes the reports and says whether all records could be placed. */
@Dependent
@Named("importReports")
public class ImportReportsBatchlet extends AbstractBatchlet {

  @Inject RunContext context;
  @Inject JobContext job;
  @Inject WriteImportReports reports;
  @Inject FindImports imports;
  @Inject RunFailures failures;

  @Override
  public String process() {
    JobTicket ticket = context.ticket();
    try {
      reports.handle(ticket);
      ImportTally total = imports.byId(ticket.run()).orElseThrow().total();
      JobStatus status =
          total.rejected() + total.suspense() == 0
              ? JobStatus.COMPLETED
              : JobStatus.COMPLETED_WITH_EXCEPTIONS;
      job.setExitStatus(status.code());
      return status.code();
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), ticket, e);
    }
  }
}
