package org.florin.portal.risk;

import java.util.ArrayList;
import java.util.List;

/** How one text becomes another, line by line, with a little of what stayed around each change. */
final class LineDiff {

  private static final int CONTEXT = 2;
  private static final int CELLS_MAX = 4_000_000;

  /**
   * A line of the comparison.
   *
   * @param sign {@code +} new, {@code -} gone, {@code …} lines left out, else blank
   */
  public record Line(String sign, String text) {

    /** The style of the line. */
    public String style() {
      return switch (sign) {
        case "+" -> "new";
        case "-" -> "gone";
        default -> "kept";
      };
    }
  }

  private LineDiff() {}

  static List<Line> of(String before, String after) {
    return shortened(compare(before.lines().toList(), after.lines().toList()));
  }

  private static List<Line> compare(List<String> before, List<String> after) {
    var shorter = Math.min(before.size(), after.size());
    var head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    var tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    var lines = new ArrayList<Line>();
    before.subList(0, head).forEach(line -> lines.add(new Line(" ", line)));
    middle(
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail),
        lines);
    before
        .subList(before.size() - tail, before.size())
        .forEach(line -> lines.add(new Line(" ", line)));
    return lines;
  }

  /** By the longest common subsequence; texts too large for that are shown one after the other. */
  private static void middle(List<String> before, List<String> after, List<Line> lines) {
    if ((long) before.size() * after.size() > CELLS_MAX) {
      before.forEach(line -> lines.add(new Line("-", line)));
      after.forEach(line -> lines.add(new Line("+", line)));
      return;
    }
    var common = new int[before.size() + 1][after.size() + 1];
    for (var i = before.size() - 1; i >= 0; i--) {
      for (var j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var i = 0;
    var j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(" ", before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line("-", before.get(i++)));
      } else {
        lines.add(new Line("+", after.get(j++)));
      }
    }
  }

  private static List<Line> shortened(List<Line> lines) {
    var kept = new ArrayList<Line>();
    var left = false;
    for (var i = 0; i < lines.size(); i++) {
      var near =
          lines.subList(Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1)).stream()
              .anyMatch(line -> !line.sign().equals(" "));
      if (near) {
        kept.add(lines.get(i));
      } else if (!left) {
        kept.add(new Line("…", ""));
      }
      left = !near;
    }
    return kept.stream().allMatch(line -> line.sign().equals("…")) ? List.of() : kept;
  }
}
