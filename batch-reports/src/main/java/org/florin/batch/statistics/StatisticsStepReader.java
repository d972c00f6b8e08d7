package org.florin.batch.statistics;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.statistics.PlanStatistics;
import org.florin.statistics.StatisticsStep;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a run. A restarted run goes through all of them again, to the same rows. */
@Dependent
@Named("statisticsStepReader")
public class StatisticsStepReader extends AbstractItemReader {

  @Inject RunContext context;
  @Inject PlanStatistics plan;
  @Inject RunFailures failures;

  private List<StatisticsStep> steps = List.of();
  private int next;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    try {
      steps = plan.steps(context.ticket().run());
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }

  @Override
  public @Nullable Object readItem() {
    if (next == steps.size()) {
      return null;
    }
    StatisticsStep step = steps.get(next++);
    return new NumberedStep(step, next, steps.size());
  }
}
