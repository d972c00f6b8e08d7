package org.florin.statistics;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.florin.kernel.AccountId;

/** Answers with the figures of past and present periods. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindStatistics {

  /**
   * Which figures, told apart by which dimensions; periods that begin from {@code from} to {@code
   * to}.
   */
  public record Query(
      Period period,
      LocalDate from,
      LocalDate to,
      List<Dimension> groupBy,
      Optional<AccountId> account) {}

  /** What makes a row of its own. */
  private record RowKey(LocalDate period, String currency, List<String> keys) {}

  @Inject Statistics statistics;

  /** Rows in order of period and keys. */
  public List<StatisticsRow> handle(Query query) {
    Map<RowKey, List<StatisticsRow.Figure>> grouped = new LinkedHashMap<>();
    for (StatisticsRow.Figure figure : statistics.figures(query)) {
      grouped
          .computeIfAbsent(
              new RowKey(figure.period(), figure.currency(), figure.keys()),
              key -> new ArrayList<>())
          .add(figure);
    }
    List<StatisticsRow> rows = new ArrayList<>();
    grouped.forEach((key, figures) -> rows.add(row(query, key, figures)));
    return rows;
  }

  private static StatisticsRow row(Query query, RowKey key, List<StatisticsRow.Figure> figures) {
    Map<Dimension, String> keys = new LinkedHashMap<>();
    for (Dimension dimension : query.groupBy()) {
      keys.put(dimension, key.keys().get(dimension.ordinal()));
    }
    Map<String, StatisticsRow.Metric> metrics = new TreeMap<>();
    for (StatisticsRow.Figure figure : figures) {
      metrics.merge(figure.metric(), metric(figure), FindStatistics::sum);
    }
    StatisticsRow.Figure first = figures.getFirst();
    return new StatisticsRow(
        key.period(), first.status(), first.revision() > 0, key.currency(), keys, metrics);
  }

  private static StatisticsRow.Metric metric(StatisticsRow.Figure figure) {
    Map<String, StatisticsRow.Part> parts =
        figure.detail().isEmpty()
            ? Map.of()
            : Map.of(figure.detail(), new StatisticsRow.Part(figure.items(), figure.amountMinor()));
    return new StatisticsRow.Metric(figure.items(), figure.amountMinor(), parts);
  }

  private static StatisticsRow.Metric sum(StatisticsRow.Metric one, StatisticsRow.Metric other) {
    Map<String, StatisticsRow.Part> parts = new TreeMap<>(one.parts());
    parts.putAll(other.parts());
    return new StatisticsRow.Metric(
        one.count() + other.count(), Math.addExact(one.amountMinor(), other.amountMinor()), parts);
  }
}
