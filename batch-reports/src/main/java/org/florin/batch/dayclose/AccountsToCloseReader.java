package org.florin.batch.dayclose;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;
import org.florin.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Reads a range of accounts, many at a time. Where to begin is told by the range itself, which
 * moves in the transaction of the work; the batch container's checkpoint is not needed.
 */
@Dependent
@Named("accountsToCloseReader")
public class AccountsToCloseReader extends AbstractItemReader {

  private static final int CHUNK_SIZE = 200;

  @Inject RunContext context;
  @Inject DayCloseRun run;
  @Inject RunFailures failures;

  @Inject
  @BatchProperty(name = DayCloseParts.PART)
  String part;

  private Optional<AccountId> last = Optional.empty();

  @Override
  public @Nullable Object readItem() {
    try {
      int range = Integer.parseInt(part);
      List<AccountId> accounts = run.next(context.ticket().run(), range, last, CHUNK_SIZE);
      if (accounts.isEmpty()) {
        return null;
      }
      last = Optional.of(accounts.getLast());
      return new DayCloseRun.Chunk(range, accounts);
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
