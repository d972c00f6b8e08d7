package org.florin.portal.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  private static String diff(String before, String after) {
    return LineDiff.of(before.replace(' ', '\n'), after.replace(' ', '\n')).stream()
        .map(line -> line.sign() + line.text())
        .collect(Collectors.joining(","));
  }

  @Test
  void shows_what_changed_with_two_lines_around_it() {
    assertEquals("…, c, d,-e,+E, f, g,…", diff("a b c d e f g h i", "a b c d E f g h i"));
    assertEquals(" a,+b", diff("a", "a b"));
    assertEquals("-a, b", diff("a b", "b"));
    assertEquals("", diff("a b c", "a b c"));
  }

  /** Taking the new lines and leaving the gone ones out gives the text after, whatever it is. */
  @Test
  void nothing_is_lost() {
    for (var seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var before = words(random);
      var after = words(random);
      var lines = LineDiff.of(before, after);
      if (lines.stream().noneMatch(line -> line.sign().equals("…"))) {
        assertEquals(
            lines.isEmpty() ? before.lines().toList() : after.lines().toList(),
            lines.isEmpty()
                ? after.lines().toList()
                : lines.stream()
                    .filter(line -> !line.sign().equals("-"))
                    .map(LineDiff.Line::text)
                    .toList(),
            "seed " + seed);
      }
    }
  }

  private static String words(Random random) {
    return random
        .ints(random.nextInt(8), 0, 4)
        .mapToObj(number -> List.of("a", "b", "c", "d").get(number))
        .collect(Collectors.joining("\n"));
  }
}
