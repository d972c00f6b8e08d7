package org.florin.batch.backtests;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.florin.backtests.RunBacktest;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.platform.jobs.JobTicket;
import org.jspecify.annotations.Nullable;

/** Gives one turn after the other until the back-test is finished; it knows itself where it is. */
@Dependent
@Named("backtestReader")
public class BacktestReader extends AbstractItemReader {

  @Inject RunContext context;
  @Inject RunBacktest backtest;
  @Inject RunFailures failures;

  @Override
  public @Nullable JobTicket readItem() {
    var ticket = context.ticket();
    try {
      return backtest.isFinished(ticket.run()) ? null : ticket;
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), ticket, e);
    }
  }
}
