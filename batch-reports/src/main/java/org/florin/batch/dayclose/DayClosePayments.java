package org.florin.batch.dayclose;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.BiPredicate;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;
import org.florin.platform.jobs.JobTicket;

/** Orders the automatic payments and the refunds of old credit balances that the date calls for. */
@Dependent
@Named("dayClosePayments")
public class DayClosePayments extends AbstractBatchlet {

  private static final int CHUNK_SIZE = 100;

  @Inject RunContext context;
  @Inject DayCloseRun run;
  @Inject RunFailures failures;

  @Override
  public String process() {
    try {
      repeat(run::orderPayments);
      repeat(run::retryPayments);
      repeat(run::orderRefunds);
      return "ordered";
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }

  /** As long as there is more. */
  private void repeat(BiPredicate<JobTicket, Integer> work) {
    boolean more = true;
    while (more) {
      more = work.test(context.ticket(), CHUNK_SIZE);
    }
  }
}
