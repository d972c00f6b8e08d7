package org.florin.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All figures of one period, currency and combination of keys.
 *
 * @param status open while the period lasts, then closed
 * @param restated whether late arrivals were added after it was closed
 * @param keys by dimension, in the order asked for
 * @param metrics by metric, in order of name
 */
public record StatisticsRow(
    LocalDate period,
    String status,
    boolean restated,
    String currency,
    Map<Dimension, String> keys,
    Map<String, Metric> metrics) {

  /**
   * A count with its amount, and the parts it consists of: decline reasons, rails, outcomes.
   *
   * @param amountMinor effect on what is owed, where the metric comes from the ledger
   */
  public record Metric(long count, long amountMinor, Map<String, Part> parts) {}

  /** A part of a metric. */
  public record Part(long count, long amountMinor) {}

  /** One stored figure, before rows are made of them. */
  record Figure(
      LocalDate period,
      String status,
      int revision,
      String currency,
      List<String> keys,
      String metric,
      String detail,
      long items,
      long amountMinor) {}

  /** The share of authorizations that were approved, in hundredths of a percent. */
  public Optional<Long> approvalRateHundredths() {
    Metric requested = metrics.get("authorizations_requested");
    if (requested == null || requested.count() == 0) {
      return Optional.empty();
    }
    Metric approved = metrics.get("authorizations_approved");
    long count = approved == null ? 0 : approved.count();
    return Optional.of(Math.floorDiv(count * 10_000 + requested.count() / 2, requested.count()));
  }
}
