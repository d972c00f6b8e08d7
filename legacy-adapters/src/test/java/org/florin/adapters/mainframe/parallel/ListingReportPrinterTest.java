package org.florin.adapters.mainframe.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.Money;
import org.florin.reports.ReportCell;
import org.florin.reports.ReportHeading;
import org.florin.reports.ReportLine;
import org.florin.reports.StandardReport;
import org.junit.jupiter.api.Test;

class ListingReportPrinterTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private final ListingReportPrinter.Sheet sheet =
      new ListingReportPrinter()
          .begin(new ReportHeading(StandardReport.TRANSACTIONS, DAY, DAY), target);

  private void booking(String currency, String account, String number, String reference, long minor)
      throws IOException {
    sheet.print(
        new ReportLine.Detail(
            List.of(
                new ReportCell.Text(currency),
                new ReportCell.Text(account),
                new ReportCell.Text(number),
                new ReportCell.Day(DAY),
                new ReportCell.Text("42"),
                new ReportCell.Text(reference),
                new ReportCell.Text(minor < 0 ? "refund" : "purchase"),
                new ReportCell.Text("Café"),
                new ReportCell.Text("1234"),
                new ReportCell.Text("file"),
                new ReportCell.Amount(Money.of(minor, currency)))));
  }

  private List<String> lines() throws IOException {
    sheet.finish();
    return target.toString(StandardCharsets.US_ASCII).lines().toList();
  }

  @Test
  void rows_and_totals_stand_in_the_mainframes_columns() throws IOException {
    String own = "acct_01kaw8z4s3f7q9v2m5x8b1c6d0";
    booking("USD", own, "", "", 123_456);
    booking("USD", "acct_x", "00000000007", "0000000000683580", -1_000);
    List<String> lines = lines();

    assertTrue(lines.stream().allMatch(line -> line.length() == 133), lines.toString());
    assertEquals(
        "0000000000000042 2m5x8b1c6d0 01-Purchase        0001-Sales draft                   file",
        lines.get(4).substring(0, 97).stripTrailing());
    assertEquals("        1,234.56", lines.get(4).substring(96, 112));
    assertTrue(lines.get(7).startsWith("0000000000683580 00000000007 03-Credit"), lines.get(7));
    assertEquals(
        "Grand Total" + ".".repeat(86) + "+      1,224.56", lines.getLast().stripTrailing());
  }

  @Test
  void each_currency_has_totals_of_its_own() throws IOException {
    booking("EUR", "acct_x", "", "", 100);
    booking("USD", "acct_x", "", "", 200);

    assertEquals(2, lines().stream().filter(line -> line.startsWith("Grand Total")).count());
  }

  @Test
  void no_rows_give_an_empty_file() throws IOException {
    assertEquals(List.of(), lines());
  }
}
