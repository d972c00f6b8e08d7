package org.florin.portal.reports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.florin.portal.session.CurrentUser;
import org.florin.reports.ReportForm;
import org.florin.reports.ShowStoredReport;
import org.florin.reports.StandardReport;
import org.florin.reports.StoredReport;

/** The reports there are, and those that were kept. */
@Named
@ViewScoped
public class ReportsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int STORED_SHOWN = 200;

  @Inject ShowStoredReport show;
  @Inject CurrentUser user;
  @Inject ReportDownload download;

  private transient List<StoredReport> stored = List.of();

  /** Reads what is kept. */
  public void open() {
    stored = show.list(Optional.empty(), Optional.empty(), STORED_SHOWN);
  }

  /** Hands out a kept report. */
  public void send(StoredReport report, ReportForm form) throws IOException {
    var answer = show.handle(new ShowStoredReport.Command(report.id(), form, user.actor()));
    if (answer.isPresent()) {
      download.send(answer.get());
    }
  }

  /** The files that are made of a report. */
  public List<ReportForm> forms(StoredReport report) {
    return report.heading().report().files();
  }

  public List<StandardReport> getReports() {
    return Arrays.asList(StandardReport.values());
  }

  public List<StoredReport> getStored() {
    return stored;
  }
}
