package org.florin.reports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.florin.kernel.Actor;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/**
 * Shows a report of the books as they are now. It is written to a file first, so that a slow reader
 * holds no connection and nobody gets half of one.
 */
@Stateless
public class ShowReport {

  public record Command(ReportHeading heading, ReportForm form, Actor actor) {}

  /** The first lines of a report. */
  public record Preview(List<ReportLine> lines, boolean isWhole) {}

  @Inject ReportRows rows;
  @Inject ReportPress press;
  @Inject ReportSettings settings;
  @Inject AuditTrail audit;

  /** The whole report in one form. */
  public ReportAnswer handle(Command command) {
    ReportHeading heading = command.heading();
    if (!command.form().isOf(heading.report())) {
      return new ReportAnswer.NotInThatForm();
    }
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "report.show",
            heading.report().code(),
            heading.fileName(command.form())));
    long rowsMax = settings.rowsMax(command.form());
    try {
      if (rowsMax < Long.MAX_VALUE && count(heading, rowsMax + 1) > rowsMax) {
        return new ReportAnswer.TooLong(rowsMax);
      }
      Path file = press.print(heading, rows.ofBooks(heading), command.form());
      return new ReportAnswer.Document(
          heading, command.form(), Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long count(ReportHeading heading, long countMax) throws IOException {
    AtomicLong count = new AtomicLong();
    rows.ofBooks(heading, countMax).each(cells -> count.incrementAndGet());
    return count.get();
  }

  /** The first rows; with their totals if they are all. */
  public Preview preview(ReportHeading heading, int rowsMax) {
    List<ReportLine> lines = new ArrayList<>();
    List<List<ReportCell>> first = new ArrayList<>();
    try {
      rows.ofBooks(heading, rowsMax + 1L).each(first::add);
      boolean isWhole = first.size() <= rowsMax;
      ReportTotals totals = new ReportTotals(heading.report(), lines::add);
      for (List<ReportCell> cells : first.subList(0, Math.min(first.size(), rowsMax))) {
        totals.row(cells);
      }
      if (isWhole) {
        totals.finish();
      }
      return new Preview(lines, isWhole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
