package org.florin.portal.reports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.BusinessClock;
import org.florin.portal.format.Formats;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.reports.ReportCell;
import org.florin.reports.ReportForm;
import org.florin.reports.ReportHeading;
import org.florin.reports.ReportLine;
import org.florin.reports.ShowReport;
import org.florin.reports.StandardReport;

/** One report of days that may be chosen, as a table and as files. */
@Named
@ViewScoped
public class ReportPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_SHOWN = 500;

  @Inject ShowReport show;
  @Inject CurrentUser user;
  @Inject BusinessClock clock;
  @Inject Formats formats;
  @Inject ReportDownload download;

  private String name = "";
  private String from = "";
  private String to = "";
  private transient List<ReportLine> lines = List.of();
  private boolean whole = true;

  /** Reads the first lines of the report. */
  public void open() {
    var today = clock.businessDate();
    to = date(to).orElse(today).toString();
    from =
        date(from)
            .filter(day -> !day.isAfter(LocalDate.parse(to)))
            .orElse(LocalDate.parse(to).withDayOfMonth(1))
            .toString();
    heading()
        .ifPresent(
            heading -> {
              var preview = show.preview(heading, ROWS_SHOWN);
              lines = preview.lines();
              whole = preview.isWhole();
            });
  }

  /** Shows the days chosen, under an address of their own. */
  public String choose() {
    return "/bank/report?name="
        + name
        + "&from="
        + date(from).map(LocalDate::toString).orElse("")
        + "&to="
        + date(to).map(LocalDate::toString).orElse("")
        + "&faces-redirect=true";
  }

  /** Hands out the whole report. */
  public void send(ReportForm form) throws IOException {
    var heading = heading();
    if (heading.isPresent()) {
      download.send(show.handle(new ShowReport.Command(heading.get(), form, user.actor())));
    } else {
      Messages.failed("Choose a first day and a last day that is not before it.");
    }
  }

  private Optional<ReportHeading> heading() {
    var first = date(from);
    var last = date(to);
    return StandardReport.ofCode(name)
        .filter(report -> first.isPresent() && last.isPresent())
        .filter(report -> !first.get().isAfter(last.get()))
        .map(report -> new ReportHeading(report, first.get(), last.get()));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A cell as people read it. */
  public String text(ReportCell cell) {
    return switch (cell) {
      case ReportCell.Text text -> text.value();
      case ReportCell.Day day -> formats.day(day.value());
      case ReportCell.Count count -> formats.count(count.value());
      case ReportCell.Amount amount -> formats.money(amount.value());
      case ReportCell.Share share -> share.plain();
    };
  }

  /** Whether a line is a total. */
  public boolean isTotal(ReportLine line) {
    return line instanceof ReportLine.Total;
  }

  public boolean isKnown() {
    return StandardReport.ofCode(name).isPresent();
  }

  public StandardReport getReport() {
    return StandardReport.ofCode(name).orElseThrow();
  }

  /** The files that are made of it. */
  public List<ReportForm> getForms() {
    return getReport().files();
  }

  public List<ReportLine> getLines() {
    return lines;
  }

  public boolean isWhole() {
    return whole;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
