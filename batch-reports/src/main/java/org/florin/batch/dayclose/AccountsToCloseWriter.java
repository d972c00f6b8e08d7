package org.florin.batch.dayclose;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;

/** Closes the accounts of a chunk, in the chunk's transaction. */
@Dependent
@Named("accountsToCloseWriter")
public class AccountsToCloseWriter extends AbstractItemWriter {

  @Inject RunContext context;
  @Inject DayCloseRun run;
  @Inject RunFailures failures;

  @Override
  public void writeItems(List<Object> items) {
    try {
      for (Object item : items) {
        if (run.close(context.ticket(), (DayCloseRun.Chunk) item)) {
          context.stop();
        }
      }
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
