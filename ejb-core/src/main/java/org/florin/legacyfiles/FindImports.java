package org.florin.legacyfiles;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.JobId;
import org.florin.legacyfiles.ImportRuns.Counted;
import org.florin.platform.jobs.JobRun;
import org.florin.platform.jobs.JobRuns;

/** Answers how imports went, and how the running ones go. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindImports {

  private static final int SUSPENSE_MAX = 200;

  @Inject ImportRuns imports;
  @Inject JobRuns jobs;

  public Optional<ImportView> byId(JobId run) {
    return imports.head(run).flatMap(head -> jobs.find(run).map(job -> view(head, job)));
  }

  /** The latest runs, newest first. */
  public List<ImportView> latest(int countMax) {
    return imports.latest(countMax).stream().flatMap(run -> byId(run).stream()).toList();
  }

  private ImportView view(ImportRuns.Head head, JobRun job) {
    List<Counted> counted = imports.files(head.run());
    ImportTally total = ImportTally.NOTHING;
    for (Counted file : counted) {
      total = total.plus(file.tally());
    }
    return new ImportView(
        head.run(),
        head.system(),
        head.mode(),
        job.status().code(),
        job.percent(),
        job.message(),
        job.createdAt(),
        job.endedAt(),
        total,
        counted.stream().map(FindImports::file).toList(),
        imports.suspense(head.run(), SUSPENSE_MAX).stream()
            .map(place -> suspense(counted, place))
            .toList(),
        imports.differenceCount(head.run()),
        head.rejectFile(),
        head.differenceFile());
  }

  private static ImportView.FileView file(Counted counted) {
    return new ImportView.FileView(
        counted.file().file(),
        counted.name(),
        counted.file().kind(),
        counted.file().encoding(),
        counted.records(),
        counted.tally());
  }

  private static ImportView.SuspenseView suspense(
      List<Counted> counted, ImportRuns.SuspensePlace place) {
    return new ImportView.SuspenseView(
        counted.get(place.ordinal() - 1).name(),
        place.item().line(),
        place.item().offset(),
        place.item().key(),
        place.item().field(),
        place.item().reason());
  }
}
