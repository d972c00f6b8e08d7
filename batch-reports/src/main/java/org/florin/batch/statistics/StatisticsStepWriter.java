package org.florin.batch.statistics;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.statistics.ComputeStatistics;

/** Goes each step by the use case, in the chunk's transaction. */
@Dependent
@Named("statisticsStepWriter")
public class StatisticsStepWriter extends AbstractItemWriter {

  @Inject RunContext context;
  @Inject ComputeStatistics compute;
  @Inject RunFailures failures;

  @Override
  public void writeItems(List<Object> items) {
    try {
      for (Object item : items) {
        NumberedStep numbered = (NumberedStep) item;
        boolean stop =
            compute.handle(
                new ComputeStatistics.Command(
                    context.ticket(), numbered.step(), numbered.number(), numbered.total()));
        if (stop) {
          context.stop();
        }
      }
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
