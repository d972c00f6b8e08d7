package org.florin.batch.imports;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.legacyfiles.ImportFile;
import org.florin.legacyfiles.ImportItem;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyFormats.Records;
import org.florin.legacyfiles.ReadImportFiles;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a run one after the other. Where to begin is told by the run itself, which
 * moves with each chunk in the chunk's transaction; the batch container's checkpoint is not needed.
 */
@Dependent
@Named("legacyFileReader")
public class LegacyFileReader extends AbstractItemReader {

  @Inject RunContext context;
  @Inject ReadImportFiles files;
  @Inject RunFailures failures;

  private final Deque<ImportFile> waiting = new ArrayDeque<>();
  private @Nullable ImportFile current;
  private @Nullable Records records;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    waiting.addAll(files.unfinished(context.ticket().run()));
  }

  @Override
  public @Nullable ImportItem readItem() throws IOException {
    try {
      if (current == null || records == null) {
        current = waiting.poll();
        if (current == null) {
          return null;
        }
        records = files.open(current);
      }
      ImportItem item = new ImportItem(current.ordinal(), records.next());
      if (item.reading() instanceof Reading.End) {
        records.close();
        records = null;
      }
      return item;
    } catch (IOException | RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
    }
  }
}
