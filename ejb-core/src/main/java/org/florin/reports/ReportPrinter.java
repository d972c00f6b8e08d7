package org.florin.reports;

import java.io.IOException;
import java.io.OutputStream;

/** Prints reports in one form, line by line. */
public interface ReportPrinter {

  /** A report on its way to paper. */
  interface Sheet {
    void print(ReportLine line) throws IOException;

    /** Ends the report; the stream behind it stays open. */
    void finish() throws IOException;
  }

  ReportForm form();

  Sheet begin(ReportHeading heading, OutputStream target) throws IOException;
}
