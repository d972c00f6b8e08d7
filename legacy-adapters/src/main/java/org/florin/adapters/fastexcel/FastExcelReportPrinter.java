package org.florin.adapters.fastexcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.florin.reports.ReportCell;
import org.florin.reports.ReportColumn;
import org.florin.reports.ReportForm;
import org.florin.reports.ReportHeading;
import org.florin.reports.ReportLine;
import org.florin.reports.ReportPrinter;

/**
 * Prints reports as spreadsheets with fastexcel: figures are numbers, days are dates, text is never
 * a formula. Rows leave memory as they are written; what one sheet cannot hold goes on in the next.
 */
@ApplicationScoped
public class FastExcelReportPrinter implements ReportPrinter {

  private static final int SHEET_ROWS_MAX = 1_048_576;
  private static final int ROWS_HELD = 1_000;
  private static final int WIDTH = 18;

  @Override
  public ReportForm form() {
    return ReportForm.XLSX;
  }

  @Override
  public Sheet begin(ReportHeading heading, OutputStream target) {
    return new Book(heading, target, SHEET_ROWS_MAX);
  }

  /** A workbook on its way. */
  static final class Book implements Sheet {

    private final ReportHeading heading;
    private final Workbook workbook;
    private final int rowsMax;
    private Worksheet sheet;
    private int sheets;
    private int row;

    Book(ReportHeading heading, OutputStream target, int rowsMax) {
      this.heading = heading;
      this.workbook = new Workbook(target, "Florin", null);
      this.rowsMax = rowsMax;
      this.sheet = newSheet();
    }

    private Worksheet newSheet() {
      sheets++;
      String title = heading.report().title();
      Worksheet fresh = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
      List<ReportColumn> columns = heading.report().columns();
      for (int column = 0; column < columns.size(); column++) {
        fresh.width(column, WIDTH);
        fresh.inlineString(0, column, columns.get(column).title());
        fresh.style(0, column).bold().set();
      }
      fresh.freezePane(0, 1);
      row = 1;
      return fresh;
    }

    @Override
    public void print(ReportLine line) throws IOException {
      if (row == rowsMax) {
        sheet.finish();
        sheet = newSheet();
      }
      for (int column = 0; column < line.cells().size(); column++) {
        put(line.cells().get(column), column, line instanceof ReportLine.Total);
      }
      row++;
      if (row % ROWS_HELD == 0) {
        sheet.flush();
      }
    }

    private void put(ReportCell cell, int column, boolean isTotal) {
      String format =
          switch (cell) {
            case ReportCell.Text text -> {
              sheet.inlineString(row, column, text.value());
              yield "@";
            }
            case ReportCell.Day day -> {
              sheet.value(row, column, day.value());
              yield "yyyy-mm-dd";
            }
            case ReportCell.Count count -> {
              sheet.value(row, column, count.value());
              yield "#,##0";
            }
            case ReportCell.Amount amount -> {
              sheet.value(row, column, amount.value().decimal());
              int digits = amount.value().currency().fractionDigits();
              yield digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
            }
            case ReportCell.Share share -> {
              share.percent().ifPresent(percent -> sheet.value(row, column, percent));
              yield "0.00";
            }
          };
      var style = sheet.style(row, column).format(format);
      (isTotal ? style.bold() : style).set();
    }

    @Override
    public void finish() throws IOException {
      workbook.finish();
    }
  }
}
