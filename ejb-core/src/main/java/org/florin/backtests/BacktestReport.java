package org.florin.backtests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.florin.platform.jobs.JobRun;

/**
 * What a back-test counted so far.
 *
 * @param revision of the version, as it was when the test was asked for
 * @param asked authorizations that were asked about
 * @param approvedThen how many of them were approved
 * @param fired at how many of them some rule fired
 * @param rules by the rules' ids, also of those that never fired
 * @param unknown codes of attributes that the rules ask for and the past can't tell
 * @param cases the newest decisions that would have been others
 */
public record BacktestReport(
    JobId run,
    JobRun job,
    int version,
    int revision,
    LocalDate from,
    LocalDate to,
    long asked,
    long approvedThen,
    long fired,
    Map<DecisionChange, Changed> changes,
    List<RuleHits> rules,
    List<String> unknown,
    List<Case> cases) {

  /**
   * Decisions that would have been others.
   *
   * @param value sum of what was asked for
   */
  public record Changed(long count, Money value) {}

  /**
   * How often a rule fired.
   *
   * @param approvedThen at authorizations that were approved
   * @param approvedValue what was asked for there
   * @param declinedThen at authorizations that were declined anyway
   * @param alone where no other rule fired
   */
  public record RuleHits(
      String rule,
      String name,
      String action,
      long approvedThen,
      Money approvedValue,
      long declinedThen,
      long alone) {

    public long hits() {
      return approvedThen + declinedThen;
    }
  }

  /** One decision that would have been another. */
  public record Case(
      AuthorizationId authorization,
      DecisionChange change,
      List<String> rules,
      Money amount,
      String merchantName,
      Instant decidedAt) {}

  /** All decisions that would have been others. */
  public long changed() {
    return changes.values().stream().mapToLong(Changed::count).sum();
  }

  /** Their share of those asked about, in hundredths of a percent. */
  public long changedHundredths() {
    return asked == 0 ? 0 : changed() * 10_000 / asked;
  }

  public long declinedThen() {
    return asked - approvedThen;
  }
}
