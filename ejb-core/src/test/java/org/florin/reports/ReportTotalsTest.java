package org.florin.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.florin.kernel.Money;
import org.junit.jupiter.api.Test;

/** Totals of pages, accounts and currencies, on rows made by hand. */
class ReportTotalsTest {

  private final List<ReportLine> lines = new ArrayList<>();
  private final ReportTotals totals = new ReportTotals(StandardReport.TRANSACTIONS, lines::add);

  private void booking(String currency, String account, long minor) throws IOException {
    List<ReportCell> cells = new ArrayList<>();
    for (ReportColumn column : StandardReport.TRANSACTIONS.columns()) {
      cells.add(
          switch (column) {
            case ReportColumn.Amount ignored -> new ReportCell.Amount(Money.of(minor, currency));
            case ReportColumn.Account ignored -> new ReportCell.Text(account);
            case ReportColumn.Day ignored -> new ReportCell.Day(LocalDate.EPOCH);
            case ReportColumn.Text text ->
                new ReportCell.Text(text.code().equals("currency") ? currency : "x");
            case ReportColumn.Count ignored -> new ReportCell.Count(1);
            case ReportColumn.Share ignored -> new ReportCell.Share(1, 1);
          });
    }
    totals.row(cells);
  }

  private List<String> drawn() {
    return lines.stream()
        .filter(ReportLine.Total.class::isInstance)
        .map(line -> line.cells().getFirst().plain() + " " + line.cells().getLast().plain())
        .toList();
  }

  @Test
  void accounts_pages_and_currencies_have_totals_of_their_own() throws IOException {
    booking("EUR", "a", 100);
    booking("USD", "a", 250);
    booking("USD", "a", -50);
    booking("USD", "b", 1);
    totals.finish();

    assertEquals(
        List.of(
            "Account 1.00",
            "Page 1 1.00",
            "Total EUR 1.00",
            "Account 2.00",
            "Account 0.01",
            "Page 2 2.01",
            "Total USD 2.01"),
        drawn());
  }

  @Test
  void a_page_is_turned_when_it_is_full_and_pages_add_up_to_the_whole() throws IOException {
    int rows = 2 * ReportTotals.PAGE_LINES + 1;
    for (int row = 0; row < rows; row++) {
      booking("USD", "a", 1);
    }
    totals.finish();

    assertEquals(
        List.of("Page 1 0.34", "Page 2 0.34", "Account 0.69", "Page 3 0.01", "Total USD 0.69"),
        drawn());
  }

  @Test
  void nothing_has_no_total() throws IOException {
    totals.finish();

    assertEquals(List.of(), lines);
  }

  @Test
  void a_sum_that_is_too_large_is_an_error_and_no_figure() throws IOException {
    booking("USD", "a", Long.MAX_VALUE);

    assertThrows(ArithmeticException.class, () -> booking("USD", "a", 1));
  }

  @Test
  void a_total_of_shares_is_the_share_of_the_totals() throws IOException {
    List<ReportLine> drawn = new ArrayList<>();
    ReportTotals portfolio = new ReportTotals(StandardReport.PORTFOLIO, drawn::add);
    portfolio.row(portfolio(1_000, 500));
    portfolio.row(portfolio(3_000, 0));
    portfolio.finish();

    assertEquals("12.50", drawn.getLast().cells().getLast().plain());
  }

  private static List<ReportCell> portfolio(long limit, long balance) {
    return List.of(
        new ReportCell.Text("USD"),
        new ReportCell.Text("classic"),
        new ReportCell.Text("open"),
        new ReportCell.Count(1),
        new ReportCell.Count(0),
        new ReportCell.Amount(Money.usd(limit)),
        new ReportCell.Amount(Money.usd(balance)),
        new ReportCell.Share(balance, limit));
  }
}
