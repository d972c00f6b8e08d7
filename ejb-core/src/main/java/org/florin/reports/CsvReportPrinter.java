package org.florin.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.florin.platform.csv.CsvLine;

/** Prints reports as comma separated values; the first column tells rows from totals. */
@ApplicationScoped
class CsvReportPrinter implements ReportPrinter {

  @Override
  public ReportForm form() {
    return ReportForm.CSV;
  }

  @Override
  public Sheet begin(ReportHeading heading, OutputStream target) throws IOException {
    write(target, "line", heading.report().columns().stream().map(ReportColumn::code));
    return new Sheet() {
      @Override
      public void print(ReportLine line) throws IOException {
        write(target, line.code(), line.cells().stream().map(ReportCell::plain));
      }

      @Override
      public void finish() {
        // Behind the last line there is nothing.
      }
    };
  }

  private static void write(OutputStream target, String first, Stream<String> others)
      throws IOException {
    List<String> cells = Stream.concat(Stream.of(first), others).toList();
    target.write(CsvLine.of(cells).getBytes(StandardCharsets.UTF_8));
  }
}
