package org.florin.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import org.florin.statements.StatementPrinter;

/** Prints reports as accessible paper, by way of a page. */
@ApplicationScoped
class PdfReportPrinter implements ReportPrinter {

  @Inject StatementPrinter paper;

  @Override
  public ReportForm form() {
    return ReportForm.PDF;
  }

  @Override
  public Sheet begin(ReportHeading heading, OutputStream target) {
    ReportPaper page = new ReportPaper(heading);
    return new Sheet() {
      @Override
      public void print(ReportLine line) {
        page.add(line);
      }

      @Override
      public void finish() throws IOException {
        target.write(paper.print(page.finish()));
      }
    };
  }
}
