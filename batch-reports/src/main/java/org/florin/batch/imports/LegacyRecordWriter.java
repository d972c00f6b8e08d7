package org.florin.batch.imports;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.legacyfiles.ImportItem;
import org.florin.legacyfiles.TakeInRecords;

/** Hands a chunk of records to the use case, in the chunk's transaction. */
@Dependent
@Named("legacyRecordWriter")
public class LegacyRecordWriter extends AbstractItemWriter {

  @Inject RunContext context;
  @Inject TakeInRecords takeIn;
  @Inject RunFailures failures;

  @Override
  public void writeItems(List<Object> items) {
    List<ImportItem> readings = items.stream().map(ImportItem.class::cast).toList();
    try {
      if (takeIn.handle(new TakeInRecords.Command(context.ticket(), readings))) {
        context.stop();
      }
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
