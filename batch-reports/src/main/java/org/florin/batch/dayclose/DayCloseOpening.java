package org.florin.batch.dayclose;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.authorization.ExpireHolds;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;

/** Releases holds whose time is over, then fixes what belongs to the date. */
@Dependent
@Named("dayCloseOpening")
public class DayCloseOpening extends AbstractBatchlet {

  private static final int CHUNK_SIZE = 200;

  @Inject RunContext context;
  @Inject ExpireHolds expire;
  @Inject DayCloseRun run;
  @Inject RunFailures failures;

  @Override
  public String process() {
    try {
      int released = CHUNK_SIZE;
      while (released == CHUNK_SIZE) {
        released = expire.handle(CHUNK_SIZE);
      }
      run.open(context.ticket());
      return "opened";
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
