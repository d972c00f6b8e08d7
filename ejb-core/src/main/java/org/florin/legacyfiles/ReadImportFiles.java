package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.JobId;
import org.florin.legacyfiles.LegacyFormats.Records;

/** Opens the files of a run where its last chunk left them. */
@ApplicationScoped
public class ReadImportFiles {

  @Inject ImportRuns imports;
  @Inject LegacyFiles files;
  @Inject SystemFormats systems;

  /** The files that are not yet taken in to their end, in order. */
  public List<ImportFile> unfinished(JobId run) {
    return imports.files(run).stream()
        .map(ImportRuns.Counted::file)
        .filter(file -> !file.finished())
        .toList();
  }

  /** The records of a file from its position on. */
  public Records open(ImportFile file) {
    return systems
        .of(file.system())
        .orElseThrow()
        .records(
            file.kind(),
            file.encoding(),
            LegacyContent.read(files, file.file(), file.offset()),
            file.line(),
            file.offset());
  }
}
