package org.florin.reports;

import java.util.List;

/** A line of a report; its cells stand in the order of the columns. */
public sealed interface ReportLine {

  List<ReportCell> cells();

  /** What it is, as data files tell it. */
  String code();

  /** A row of the query. */
  record Detail(List<ReportCell> cells) implements ReportLine {
    @Override
    public String code() {
      return "detail";
    }
  }

  /** A total; its first cell says of what. */
  record Total(Level level, List<ReportCell> cells) implements ReportLine {
    @Override
    public String code() {
      return level.code();
    }
  }

  /** What a total is drawn under. */
  enum Level {
    PAGE("page_total"),
    ACCOUNT("account_total"),
    GRAND("grand_total");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
