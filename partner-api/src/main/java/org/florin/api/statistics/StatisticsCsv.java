package org.florin.api.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.florin.platform.csv.CsvLine;
import org.florin.statistics.Dimension;
import org.florin.statistics.FindStatistics;
import org.florin.statistics.StatisticsRow;

/** Figures as comma separated values; no cell can be taken for a formula. */
final class StatisticsCsv {

  private StatisticsCsv() {}

  static String of(FindStatistics.Query query, List<StatisticsRow> rows) {
    List<String> heading = new ArrayList<>(List.of("period", "status", "restated", "currency"));
    query.groupBy().forEach(dimension -> heading.add(dimension.code()));
    heading.addAll(List.of("metric", "part", "count", "amount"));
    StringBuilder csv = new StringBuilder();
    csv.append(CsvLine.of(heading));
    for (StatisticsRow row : rows) {
      row.metrics()
          .forEach(
              (name, metric) -> {
                csv.append(
                    CsvLine.of(cells(row, query, name, "", metric.count(), metric.amountMinor())));
                metric
                    .parts()
                    .forEach(
                        (part, value) ->
                            csv.append(
                                CsvLine.of(
                                    cells(
                                        row,
                                        query,
                                        name,
                                        part,
                                        value.count(),
                                        value.amountMinor()))));
              });
    }
    return csv.toString();
  }

  private static List<String> cells(
      StatisticsRow row,
      FindStatistics.Query query,
      String metric,
      String part,
      long count,
      long amountMinor) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                row.period().toString(),
                row.status(),
                Boolean.toString(row.restated()),
                row.currency()));
    for (Dimension dimension : query.groupBy()) {
      cells.add(row.keys().getOrDefault(dimension, ""));
    }
    cells.addAll(List.of(metric, part, Long.toString(count), Long.toString(amountMinor)));
    return cells;
  }

  static String hundredths(long value) {
    return BigDecimal.valueOf(value, 2).toPlainString();
  }
}
