package org.florin.platform.csv;

import java.util.List;

/** A line of comma separated values (RFC 4180); no cell can be taken for a formula. */
public final class CsvLine {

  private CsvLine() {}

  /** The line with its end. */
  public static String of(List<String> cells) {
    return String.join(",", cells.stream().map(CsvLine::cell).toList()) + "\r\n";
  }

  /** Numbers stay as they are; other text that a spreadsheet would calculate gets a quote. */
  private static String cell(String text) {
    boolean number = text.matches("-?[0-9]+(\\.[0-9]+)?");
    boolean formula = !number && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
