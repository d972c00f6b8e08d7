package org.florin.reports;

import java.io.InputStream;

/** What became of the wish to see a report. */
public sealed interface ReportAnswer {

  /** The report; who closes the content gives it back. */
  record Document(ReportHeading heading, ReportForm form, InputStream content)
      implements ReportAnswer {

    public String fileName() {
      return heading.fileName(form);
    }
  }

  /** More rows than that form is made of; other forms have no end. */
  record TooLong(long rowsMax) implements ReportAnswer {}

  /** The report is not handed out in that form. */
  record NotInThatForm() implements ReportAnswer {}
}
