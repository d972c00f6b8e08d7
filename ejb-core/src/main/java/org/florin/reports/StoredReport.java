package org.florin.reports;

import java.time.Instant;
import org.florin.kernel.ReportId;

/** A report that is kept. */
public record StoredReport(ReportId id, ReportHeading heading, long rows, Instant madeAt) {}
