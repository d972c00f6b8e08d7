package org.florin.batch.backtests;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.backtests.RunBacktest;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.platform.jobs.JobTicket;

/** Asks about the next authorizations, in the chunk's transaction. */
@Dependent
@Named("backtestWriter")
public class BacktestWriter extends AbstractItemWriter {

  @Inject RunContext context;
  @Inject RunBacktest backtest;
  @Inject RunFailures failures;

  @Override
  public void writeItems(List<Object> items) {
    try {
      for (Object item : items) {
        if (backtest.handle((JobTicket) item)) {
          context.stop();
        }
      }
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
