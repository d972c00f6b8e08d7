package org.florin.backtests;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.authorization.RecallAuthorizations;
import org.florin.kernel.JobId;
import org.florin.platform.jobs.JobRuns;
import org.florin.platform.jobs.JobTicket;
import org.florin.risk.RuleFile;
import org.florin.risk.RuleSet;

/** Goes one chunk of a back-test, in one transaction; may be taken up again after a crash. */
@Stateless
public class RunBacktest {

  private static final int CHUNK_SIZE = 500;

  @Inject Backtests backtests;
  @Inject RecallAuthorizations recall;
  @Inject JobRuns jobs;

  /** Whether nothing is left to do. */
  public boolean isFinished(JobId run) {
    return backtests.isFinished(run);
  }

  /**
   * @return whether the run was asked to stop
   */
  public boolean handle(JobTicket ticket) {
    var run = ticket.run();
    var place = backtests.lock(run);
    var total = place.total().orElseGet(() -> count(run, place));
    var rules = rules(place.file());
    var chunk =
        recall.next(
            new RecallAuthorizations.Span(place.from(), place.until()),
            place.last(),
            rules.lookback(),
            CHUNK_SIZE);
    if (chunk.isEmpty()) {
      backtests.finish(run);
      return jobs.progress(ticket, place.asked(), total);
    }
    backtests.advance(run, ChunkCounts.of(rules, chunk), chunk.getLast().id());
    return jobs.progress(ticket, place.asked() + chunk.size(), total);
  }

  private long count(JobId run, Backtests.Place place) {
    var total = recall.count(new RecallAuthorizations.Span(place.from(), place.until()));
    backtests.total(run, total);
    return total;
  }

  private static RuleSet rules(String file) {
    return switch (RuleFile.read(file)) {
      case RuleFile.Valid valid -> valid.rules();
      case RuleFile.Invalid invalid ->
          throw new IllegalStateException("the rule file: " + invalid.faults().getFirst());
    };
  }
}
