package org.florin.backtests;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.florin.backtests.BacktestReport.RuleHits;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.florin.platform.jobs.BatchMonitor;
import org.florin.risk.Attribute;
import org.florin.risk.Rule;
import org.florin.risk.RuleFile;

/** Reads back-tests, finished or under way. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindBacktests {

  private static final Backtests.Hits NONE = new Backtests.Hits(0, 0, 0, 0);

  @Inject Backtests backtests;
  @Inject BatchMonitor monitor;

  public Optional<BacktestReport> byRun(JobId run) {
    return backtests.counts(run).map(counts -> report(run, counts));
  }

  /** Newest first. */
  public List<BacktestReport> ofVersion(int version, int countMax) {
    return backtests.ofVersion(version, countMax).stream()
        .flatMap(run -> byRun(run).stream())
        .toList();
  }

  private BacktestReport report(JobId run, Backtests.Counts counts) {
    var hits = backtests.hits(run);
    var rules =
        RuleFile.read(counts.file()) instanceof RuleFile.Valid valid
            ? valid.rules().rules()
            : List.<Rule>of();
    return new BacktestReport(
        run,
        monitor.find(run).orElseThrow(),
        counts.version(),
        counts.revision(),
        counts.from(),
        counts.to(),
        counts.asked(),
        counts.approvedThen(),
        counts.fired(),
        counts.changes(),
        rules.stream()
            .map(rule -> ruleHits(rule, hits.getOrDefault(rule.id(), NONE), counts))
            .sorted(Comparator.comparingLong(RuleHits::hits).reversed())
            .toList(),
        rules.stream()
            .flatMap(rule -> rule.attributes().stream())
            .filter(attribute -> !attribute.source().isKnownLater())
            .map(Attribute::code)
            .distinct()
            .toList(),
        backtests.cases(run));
  }

  private static RuleHits ruleHits(Rule rule, Backtests.Hits hits, Backtests.Counts counts) {
    return new RuleHits(
        rule.id(),
        rule.name(),
        rule.action().code(),
        hits.approvedThen(),
        new Money(hits.approvedThenMinor(), counts.currency()),
        hits.declinedThen(),
        hits.alone());
  }
}
