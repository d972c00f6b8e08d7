package org.florin.reports;

import java.time.LocalDate;

/** Which report of which days; its dates are the bank's. */
public record ReportHeading(StandardReport report, LocalDate from, LocalDate to) {

  /**
   * @throws IllegalArgumentException if the range ends before it begins
   */
  public ReportHeading {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("'from' is after 'to'");
    }
  }

  /** The name of a file. */
  public String fileName(ReportForm form) {
    return report.code() + "-" + from + (to.equals(from) ? "" : "-" + to) + "." + form.suffix();
  }
}
