package org.florin.reports;

/** A column of a report, and what stands in it. */
public sealed interface ReportColumn {

  /** As the query, the JSON and the CSV name it. */
  String code();

  /** As people read it. */
  String title();

  /** Whether figures stand in it, which are read from the right. */
  default boolean isFigure() {
    return switch (this) {
      case Text ignored -> false;
      case Account ignored -> false;
      case Day ignored -> false;
      case Count ignored -> true;
      case Amount ignored -> true;
      case Share ignored -> true;
    };
  }

  record Text(String code, String title) implements ReportColumn {}

  /** The outside form of an account's id. */
  record Account(String code, String title) implements ReportColumn {}

  record Day(String code, String title) implements ReportColumn {}

  /** A number that is totalled. */
  record Count(String code, String title) implements ReportColumn {}

  /** An amount in the row's currency, totalled. */
  record Amount(String code, String title) implements ReportColumn {}

  /** One column's part of another, in percent; that of a total is made of the totals. */
  record Share(String code, String title, String part, String whole) implements ReportColumn {}
}
