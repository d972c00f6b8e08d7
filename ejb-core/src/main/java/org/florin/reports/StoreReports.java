package org.florin.reports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.florin.kernel.ReportId;

/** Keeps the rows of a report of closed days. The same report again changes nothing. */
@Stateless
public class StoreReports {

  /** The form that the others are made of. */
  static final String ROWS = "rows";

  @Inject ReportRows rows;
  @Inject StoredReports stored;

  /** The reports that are due when a date was closed: its own, and its month's on the last day. */
  public static List<ReportHeading> dueAfter(LocalDate date) {
    List<ReportHeading> due = new ArrayList<>();
    for (StandardReport report : StandardReport.values()) {
      due.add(new ReportHeading(report, date, date));
      if (date.plusDays(1).getDayOfMonth() == 1) {
        due.add(new ReportHeading(report, date.withDayOfMonth(1), date));
      }
    }
    return due;
  }

  public void handle(ReportHeading heading) {
    ReportId id = ReportId.of(heading.report().code(), heading.from(), heading.to());
    if (stored.find(id).isPresent()) {
      return;
    }
    try {
      Path file = Files.createTempFile("report-", ".rows");
      try {
        stored.add(id, heading, write(heading, file));
        stored.begin(id, ROWS);
        try (var content = stored.content(id, ROWS)) {
          Files.copy(file, content);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long write(ReportHeading heading, Path file) throws IOException {
    AtomicLong count = new AtomicLong();
    try (Writer writer = Files.newBufferedWriter(file)) {
      rows.ofBooks(heading)
          .each(
              cells -> {
                writer.write(ReportRows.line(heading.report(), cells));
                count.incrementAndGet();
              });
    }
    return count.get();
  }
}
