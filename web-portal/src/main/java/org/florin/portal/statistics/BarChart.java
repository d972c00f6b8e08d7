package org.florin.portal.statistics;

import java.util.ArrayList;
import java.util.List;

/** Stacked bars as coordinates of a drawing; whole numbers only. */
public record BarChart(
    String title, String summary, List<Bar> bars, List<GridLine> lines, List<Label> labels) {

  /** Width of the drawing. */
  public static final int WIDTH = 720;

  /** Height of the drawing. */
  public static final int HEIGHT = 240;

  private static final int LEFT = 66;
  private static final int BOTTOM = 26;
  private static final int TOP = 10;
  private static final int LINES = 4;
  private static final int LABELS_MAX = 8;
  private static final int BAR_WIDTH_MAX = 46;

  /** One period with the amounts of its parts, lowest first. */
  public record Value(String label, long lower, long upper) {}

  /** A rectangle; {@code tone} is 1 for the lower part and 2 for the upper. */
  public record Bar(int x, int y, int width, int height, int tone, String text) {}

  /** A line across with what it stands for. */
  public record GridLine(int y, String text) {}

  /** A word below. */
  public record Label(int x, String text) {}

  /** How a value is written. */
  @FunctionalInterface
  public interface Writer {
    String write(long value);
  }

  /** Draws values in the order given. */
  public static BarChart of(
      String title, List<String> parts, List<Value> values, Writer full, Writer brief) {
    var top =
        roundUp(values.stream().mapToLong(value -> value.lower() + value.upper()).max().orElse(0));
    var lines = new ArrayList<GridLine>();
    for (var i = 0; i <= LINES; i++) {
      var value = top / LINES * i;
      lines.add(new GridLine(y(value, top), brief.write(value)));
    }
    var bars = new ArrayList<Bar>();
    var labels = new ArrayList<Label>();
    var count = Math.max(1, values.size());
    var slot = (WIDTH - LEFT) / count;
    var width = Math.max(3, Math.min(BAR_WIDTH_MAX, slot * 7 / 10));
    var step = (count + LABELS_MAX - 1) / LABELS_MAX;
    for (var i = 0; i < values.size(); i++) {
      var value = values.get(i);
      var x = LEFT + (WIDTH - LEFT) * i / count + (slot - width) / 2;
      var base = y(0, top);
      var middle = y(value.lower(), top);
      var upper = y(value.lower() + value.upper(), top);
      bars.add(
          new Bar(
              x,
              middle,
              width,
              base - middle,
              1,
              text(value, parts.getFirst(), value.lower(), full)));
      if (value.upper() > 0) {
        bars.add(
            new Bar(
                x,
                upper,
                width,
                middle - upper,
                2,
                text(value, parts.getLast(), value.upper(), full)));
      }
      if (i % step == 0) {
        labels.add(new Label(x + width / 2, value.label()));
      }
    }
    var total = values.stream().mapToLong(value -> value.lower() + value.upper()).sum();
    return new BarChart(
        title,
        title + ": " + full.write(total) + " over " + values.size() + " periods",
        List.copyOf(bars),
        List.copyOf(lines),
        List.copyOf(labels));
  }

  private static String text(Value value, String part, long amount, Writer writer) {
    return value.label() + ", " + part + ": " + writer.write(amount);
  }

  private static int y(long value, long top) {
    var room = HEIGHT - TOP - BOTTOM;
    return HEIGHT - BOTTOM - (int) (value * room / top);
  }

  /** The next number of the form 1, 2, 4 or 8 times a power of ten that is not below. */
  static long roundUp(long value) {
    var magnitude = 1L;
    while (magnitude * 8 < value) {
      magnitude = Math.multiplyExact(magnitude, 10);
    }
    for (var factor : new long[] {1, 2, 4, 8}) {
      if (magnitude * factor >= Math.max(value, LINES)) {
        return magnitude * factor;
      }
    }
    return Math.multiplyExact(magnitude, 10);
  }
}
