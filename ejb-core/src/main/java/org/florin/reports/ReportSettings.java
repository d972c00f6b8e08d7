package org.florin.reports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds of reports. */
@Dependent
class ReportSettings {

  @Inject
  @ConfigProperty(name = "florin.reports.pdf-rows-max", defaultValue = "2000")
  long pdfRowsMax;

  /** Rows that are printed as paper: it is set as a whole, in memory. */
  long rowsMax(ReportForm form) {
    return form == ReportForm.PDF ? pdfRowsMax : Long.MAX_VALUE;
  }
}
