package org.florin.batch.dayclose;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;

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
      boolean more = true;
      while (more) {
        more = run.orderPayments(context.ticket(), CHUNK_SIZE);
      }
      more = true;
      while (more) {
        more = run.orderRefunds(context.ticket(), CHUNK_SIZE);
      }
      return "ordered";
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
