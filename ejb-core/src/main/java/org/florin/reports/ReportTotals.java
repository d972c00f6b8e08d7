package org.florin.reports;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.reports.ReportLine.Level;

/** Puts totals between the rows of a report: of pages and accounts, and of each currency. */
final class ReportTotals {

  /** Takes the lines of the report. */
  @FunctionalInterface
  interface Lines {
    void add(ReportLine line) throws IOException;
  }

  /** Rows and account totals on a page. */
  static final int PAGE_LINES = 34;

  private final StandardReport report;
  private final Lines lines;
  private final Map<Level, long[]> sums = new EnumMap<>(Level.class);
  private Optional<List<ReportCell>> before = Optional.empty();
  private int onPage;
  private int page = 1;

  ReportTotals(StandardReport report, Lines lines) {
    this.report = report;
    this.lines = lines;
    for (Level level : Level.values()) {
      sums.put(level, new long[report.columns().size()]);
    }
  }

  void row(List<ReportCell> cells) throws IOException {
    if (before.isPresent()) {
      if (!before.get().getFirst().equals(cells.getFirst())) {
        finish();
      } else if (!account(before.get()).equals(account(cells))) {
        total(Level.ACCOUNT);
      }
      if (report.isPaged() && onPage >= PAGE_LINES) {
        total(Level.PAGE);
      }
    }
    add(cells);
    lines.add(new ReportLine.Detail(cells));
    onPage++;
    before = Optional.of(cells);
  }

  /** Draws what totals are open. */
  void finish() throws IOException {
    if (before.isEmpty()) {
      return;
    }
    if (report.isPaged()) {
      total(Level.ACCOUNT);
      total(Level.PAGE);
    }
    total(Level.GRAND);
    before = Optional.empty();
  }

  private Optional<ReportCell> account(List<ReportCell> cells) {
    return report.accountColumn().map(cells::get);
  }

  private void add(List<ReportCell> cells) {
    for (int index = 0; index < cells.size(); index++) {
      long value =
          switch (cells.get(index)) {
            case ReportCell.Count count -> count.value();
            case ReportCell.Amount amount -> amount.value().minor();
            case ReportCell.Text ignored -> 0;
            case ReportCell.Day ignored -> 0;
            case ReportCell.Share ignored -> 0;
          };
      for (long[] level : sums.values()) {
        level[index] = Math.addExact(level[index], value);
      }
    }
  }

  private void total(Level level) throws IOException {
    long[] sum = requireNonNull(sums.put(level, new long[report.columns().size()]));
    List<ReportCell> cells = new ArrayList<>();
    for (int index = 0; index < sum.length; index++) {
      cells.add(index == 0 ? new ReportCell.Text(label(level)) : cell(level, index, sum));
    }
    lines.add(new ReportLine.Total(level, cells));
    switch (level) {
      case PAGE -> {
        page++;
        onPage = 0;
      }
      case ACCOUNT -> onPage++;
      case GRAND -> onPage = 0;
    }
  }

  private String label(Level level) {
    return switch (level) {
      case PAGE -> "Page " + page;
      case ACCOUNT -> "Account";
      case GRAND -> "Total " + currency();
    };
  }

  private String currency() {
    return before.orElseThrow().getFirst().plain();
  }

  private ReportCell cell(Level level, int index, long[] sum) {
    return switch (report.columns().get(index)) {
      case ReportColumn.Text ignored -> new ReportCell.Text("");
      case ReportColumn.Day ignored -> new ReportCell.Text("");
      case ReportColumn.Account ignored ->
          level == Level.ACCOUNT ? before.orElseThrow().get(index) : new ReportCell.Text("");
      case ReportColumn.Count ignored -> new ReportCell.Count(sum[index]);
      case ReportColumn.Amount ignored ->
          new ReportCell.Amount(new Money(sum[index], new CurrencyCode(currency())));
      case ReportColumn.Share share ->
          new ReportCell.Share(sum[report.column(share.part())], sum[report.column(share.whole())]);
    };
  }
}
