package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.florin.kernel.FileId;
import org.florin.platform.jobs.JobRuns;
import org.florin.platform.jobs.JobTicket;

/** Attaches the reports to a run, in the place of those of an earlier start. */
@ApplicationScoped
class ImportReports {

  @Inject ImportRuns imports;
  @Inject LegacyFiles files;
  @Inject JobRuns jobs;

  @Transactional
  void attach(JobTicket ticket, ImportRuns.Head head, FileId rejects, FileId differences) {
    ImportTally total = ImportTally.NOTHING;
    long records = 0;
    for (ImportRuns.Counted counted : imports.files(head.run())) {
      total = total.plus(counted.tally());
      records += counted.records();
    }
    jobs.progress(ticket, total.read(), records);
    imports.setReports(head.run(), rejects, differences);
    head.rejectFile().ifPresent(files::forget);
    head.differenceFile().ifPresent(files::forget);
  }
}
