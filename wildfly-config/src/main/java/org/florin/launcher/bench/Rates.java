package org.florin.launcher.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of alternating rounds. */
final class Rates {

  private Rates() {}

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** To two places. */
  static double ratio(double value, double base) {
    return Math.round(value / base * 100) / 100.0;
  }

  static Map<String, Object> described(List<Double> perSecond) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("median_per_second", Math.round(median(perSecond)));
    described.put("min", Math.round(perSecond.stream().min(Double::compare).orElseThrow()));
    described.put("max", Math.round(perSecond.stream().max(Double::compare).orElseThrow()));
    described.put("rounds", perSecond.stream().map(Math::round).toList());
    return described;
  }
}
