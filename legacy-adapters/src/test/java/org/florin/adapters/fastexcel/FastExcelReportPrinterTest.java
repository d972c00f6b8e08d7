package org.florin.adapters.fastexcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.florin.kernel.Money;
import org.florin.reports.ReportCell;
import org.florin.reports.ReportHeading;
import org.florin.reports.ReportLine;
import org.florin.reports.StandardReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastExcelReportPrinterTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir Path folder;

  private static ReportLine line(String activity, long minor) {
    return new ReportLine.Detail(
        List.of(
            new ReportCell.Text("USD"),
            new ReportCell.Day(DAY),
            new ReportCell.Text(activity),
            new ReportCell.Count(3),
            new ReportCell.Amount(Money.usd(minor)),
            new ReportCell.Amount(Money.usd(0)),
            new ReportCell.Amount(Money.usd(minor))));
  }

  private Map<String, String> parts(int rowsMax, ReportLine... lines) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    var book =
        new FastExcelReportPrinter.Book(
            new ReportHeading(StandardReport.DAILY_ACTIVITY, DAY, DAY), target, rowsMax);
    for (ReportLine line : lines) {
      book.print(line);
    }
    book.finish();
    Path file = Files.write(folder.resolve("book.xlsx"), target.toByteArray());
    Map<String, String> parts = new TreeMap<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        parts.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void figures_are_numbers_and_text_is_never_a_formula() throws IOException {
    String sheet = parts(1_000, line("=1+1", 123_456)).get("xl/worksheets/sheet1.xml");

    assertTrue(sheet.contains("<v>1234.56</v>"), sheet);
    assertTrue(sheet.contains("=1+1"), sheet);
    assertFalse(sheet.contains("<f>"), sheet);
    assertTrue(sheet.contains("Currency"), sheet);
  }

  @Test
  void what_one_sheet_cannot_hold_goes_on_in_the_next() throws IOException {
    Map<String, String> parts = parts(3, line("a", 1), line("b", 2), line("c", 3));

    assertTrue(parts.get("xl/worksheets/sheet1.xml").contains(">b<"));
    assertFalse(parts.get("xl/worksheets/sheet1.xml").contains(">c<"));
    assertTrue(parts.get("xl/worksheets/sheet2.xml").contains(">c<"));
    assertEquals(
        2, parts.keySet().stream().filter(name -> name.startsWith("xl/worksheets/sheet")).count());
  }
}
