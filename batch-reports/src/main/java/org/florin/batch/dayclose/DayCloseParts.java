package org.florin.batch.dayclose;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import org.florin.batch.jobs.RunContext;
import org.florin.batch.jobs.RunFailures;
import org.florin.dayclose.DayCloseRun;

/** One partition a range of accounts. */
@Dependent
@Named("dayCloseParts")
public class DayCloseParts implements PartitionMapper {

  static final String PART = "part";

  @Inject RunContext context;
  @Inject DayCloseRun run;
  @Inject RunFailures failures;

  @Override
  public PartitionPlan mapPartitions() {
    try {
      List<Integer> ranges = run.parts(context.ticket().run());
      // A bank without accounts has no range; a step without partitions would not end.
      List<Integer> parts = ranges.isEmpty() ? List.of(0) : ranges;
      Properties[] properties = new Properties[parts.size()];
      for (int i = 0; i < properties.length; i++) {
        properties[i] = new Properties();
        properties[i].setProperty(PART, parts.get(i).toString());
      }
      PartitionPlan plan = new PartitionPlanImpl();
      plan.setPartitions(properties.length);
      plan.setThreads(properties.length);
      plan.setPartitionProperties(properties);
      return plan;
    } catch (RuntimeException e) {
      throw failures.noted(context.jobName(), context.ticket(), e);
    }
  }
}
