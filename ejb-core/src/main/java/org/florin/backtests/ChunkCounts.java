package org.florin.backtests;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.florin.authorization.RecalledAuthorization;
import org.florin.kernel.CurrencyCode;
import org.florin.risk.Finding;
import org.florin.risk.RuleSet;

/** What the rules found about the authorizations of a chunk. */
final class ChunkCounts {

  /** A decision that would have been another. */
  record Case(RecalledAuthorization then, DecisionChange change, List<String> rules) {}

  private final CurrencyCode currency;
  private final Map<DecisionChange, Long> counts = new EnumMap<>(DecisionChange.class);
  private final Map<DecisionChange, Long> minors = new EnumMap<>(DecisionChange.class);
  private final Map<String, Backtests.Hits> hits = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private long asked;
  private long approvedThen;
  private long fired;

  private ChunkCounts(CurrencyCode currency) {
    this.currency = currency;
  }

  static ChunkCounts of(RuleSet rules, List<RecalledAuthorization> authorizations) {
    var counts = new ChunkCounts(rules.currency());
    authorizations.forEach(then -> counts.add(then, rules.evaluate(then.subject())));
    return counts;
  }

  private void add(RecalledAuthorization then, List<Finding> findings) {
    asked++;
    approvedThen += then.approved() ? 1 : 0;
    fired += findings.isEmpty() ? 0 : 1;
    var minor = minor(then);
    for (var finding : findings) {
      hits.merge(
          finding.rule().id(),
          new Backtests.Hits(
              then.approved() ? 1 : 0,
              then.approved() ? minor : 0,
              then.approved() ? 0 : 1,
              findings.size() == 1 ? 1 : 0),
          ChunkCounts::sum);
    }
    DecisionChange.of(then, findings)
        .ifPresent(
            change -> {
              counts.merge(change, 1L, Math::addExact);
              minors.merge(change, minor, Math::addExact);
              cases.add(
                  new Case(then, change, findings.stream().map(each -> each.rule().id()).toList()));
            });
  }

  private static Backtests.Hits sum(Backtests.Hits one, Backtests.Hits other) {
    return new Backtests.Hits(
        one.approvedThen() + other.approvedThen(),
        Math.addExact(one.approvedThenMinor(), other.approvedThenMinor()),
        one.declinedThen() + other.declinedThen(),
        one.alone() + other.alone());
  }

  /** Only amounts in the rules' currency add up. */
  private long minor(RecalledAuthorization then) {
    var amount = then.subject().request().amount();
    return amount.currency().equals(currency) ? amount.minor() : 0;
  }

  long asked() {
    return asked;
  }

  long approvedThen() {
    return approvedThen;
  }

  long fired() {
    return fired;
  }

  long count(DecisionChange change) {
    return counts.getOrDefault(change, 0L);
  }

  long minor(DecisionChange change) {
    return minors.getOrDefault(change, 0L);
  }

  Map<String, Backtests.Hits> hits() {
    return hits;
  }

  /** Oldest first. */
  List<Case> cases() {
    return cases;
  }
}
