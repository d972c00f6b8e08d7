package org.florin.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints rows with their totals into files of any form; holds a line at a time. */
@ApplicationScoped
class ReportPress {

  private static final int BUFFER_LENGTH = 64 * 1024;

  @Inject @Any Instance<ReportPrinter> printers;

  /** Prints into a new file, which is the caller's to delete. */
  Path print(ReportHeading heading, ReportRows.Source rows, ReportForm form) throws IOException {
    Path file = Files.createTempFile("report-", "." + form.suffix());
    try (OutputStream target =
        new BufferedOutputStream(Files.newOutputStream(file), BUFFER_LENGTH)) {
      print(heading, rows, printer(form).begin(heading, target));
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  static void print(ReportHeading heading, ReportRows.Source rows, ReportPrinter.Sheet sheet)
      throws IOException {
    ReportTotals totals = new ReportTotals(heading.report(), sheet::print);
    rows.each(totals::row);
    totals.finish();
    sheet.finish();
  }

  private ReportPrinter printer(ReportForm form) {
    return printers.stream()
        .filter(printer -> printer.form() == form)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing prints " + form));
  }
}
