package org.florin.reports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.ReportId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/**
 * Lists the reports that are kept, and shows them. What was shown once is shown again, byte for
 * byte.
 */
@Stateless
public class ShowStoredReport {

  public record Command(ReportId report, ReportForm form, Actor actor) {}

  @Inject StoredReports stored;
  @Inject ReportRows rows;
  @Inject ReportPress press;
  @Inject ReportSettings settings;
  @Inject AuditTrail audit;

  /** Latest days first, behind one of them; all kinds or one. */
  public List<StoredReport> list(
      Optional<StandardReport> report, Optional<ReportId> behind, int countMax) {
    return stored.list(report, behind, countMax);
  }

  /** One form of a kept report; empty if there is none with that id. */
  public Optional<ReportAnswer> handle(Command command) {
    return stored.find(command.report()).map(report -> show(report, command));
  }

  private ReportAnswer show(StoredReport report, Command command) {
    ReportForm form = command.form();
    if (!form.isOf(report.heading().report())) {
      return new ReportAnswer.NotInThatForm();
    }
    long rowsMax = settings.rowsMax(form);
    if (report.rows() > rowsMax) {
      return new ReportAnswer.TooLong(rowsMax);
    }
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "report.show",
            report.id().toString(),
            report.heading().fileName(form)));
    if (stored.read(report.id(), form.suffix()).isEmpty()) {
      keep(report, form);
    }
    return new ReportAnswer.Document(
        report.heading(), form, stored.read(report.id(), form.suffix()).orElseThrow());
  }

  /** Somebody may be faster: theirs is the one that is kept. */
  private void keep(StoredReport report, ReportForm form) {
    try (InputStream kept = stored.read(report.id(), StoreReports.ROWS).orElseThrow()) {
      Path file = press.print(report.heading(), rows.kept(report.heading(), kept), form);
      try {
        if (stored.begin(report.id(), form.suffix())) {
          try (var content = stored.content(report.id(), form.suffix())) {
            Files.copy(file, content);
          }
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
