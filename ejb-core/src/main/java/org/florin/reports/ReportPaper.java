package org.florin.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.florin.kernel.Money;

/** A report as a well-formed page that paper is made of. */
final class ReportPaper {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
  private static final String STYLE =
      """
      @page { size: letter landscape; margin: 14mm 12mm 16mm 12mm;
        @bottom-left { content: "Florin Bank"; font-family: 'Liberation Sans'; font-size: 7pt; color: #44505c }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: 'Liberation Sans';
          font-size: 7pt; color: #44505c } }
      body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 7.5pt; color: #17202a; line-height: 1.25 }
      h1 { font-size: 14pt; margin: 0 0 2pt 0 } p { margin: 0 0 6pt 0 }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
      th, td { text-align: left; padding: 1.5pt 3pt; border-bottom: 0.5pt solid #c8d0d8; vertical-align: top }
      thead { display: table-header-group } tr { page-break-inside: avoid }
      thead th { border-bottom: 1pt solid #17202a } .figure { text-align: right; white-space: nowrap }
      .total td { font-weight: bold; border-top: 0.5pt solid #17202a } .turn { page-break-before: always }
      """;

  private final ReportHeading heading;
  private final StringBuilder page = new StringBuilder(64 * 1024);
  private boolean isEmpty = true;
  private boolean isPageFull;

  ReportPaper(ReportHeading heading) {
    this.heading = heading;
    String title = heading.report().title();
    page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-US\">")
        .append("<head><meta charset=\"UTF-8\"/><title>")
        .append(title)
        .append(", ")
        .append(range())
        .append("</title><meta name=\"subject\" content=\"")
        .append(title)
        .append("\"/><meta name=\"description\" content=\"")
        .append(title)
        .append("\"/><meta name=\"author\" content=\"Florin Bank\"/><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(title)
        .append("</h1><p>")
        .append(range())
        .append(". ")
        .append(heading.report().description())
        .append("</p><table><thead><tr>");
    heading.report().columns().forEach(this::heading);
    page.append("</tr></thead><tbody>");
  }

  private String range() {
    String from = day(heading.from());
    return heading.from().equals(heading.to()) ? from : from + " to " + day(heading.to());
  }

  private static String day(LocalDate date) {
    return date.format(DATE);
  }

  private void heading(ReportColumn column) {
    page.append("<th scope=\"col\"")
        .append(column.isFigure() ? " class=\"figure\">" : ">")
        .append(column.title())
        .append("</th>");
  }

  void add(ReportLine line) {
    isEmpty = false;
    page.append(
        switch (line) {
          case ReportLine.Detail ignored -> isPageFull ? "<tr class=\"turn\">" : "<tr>";
          case ReportLine.Total ignored -> "<tr class=\"total\">";
        });
    List<ReportCell> cells = line.cells();
    for (int index = 0; index < cells.size(); index++) {
      boolean isFigure = heading.report().columns().get(index).isFigure();
      page.append(isFigure ? "<td class=\"figure\">" : "<td>")
          .append(text(shown(cells.get(index))))
          .append("</td>");
    }
    page.append("</tr>");
    isPageFull = line instanceof ReportLine.Total total && total.level() == ReportLine.Level.PAGE;
  }

  private static String shown(ReportCell cell) {
    return switch (cell) {
      case ReportCell.Text text -> text.value();
      case ReportCell.Day day -> day.plain();
      case ReportCell.Count count -> String.format(Locale.US, "%,d", count.value());
      case ReportCell.Amount amount -> shown(amount.value());
      case ReportCell.Share share -> share.plain();
    };
  }

  private static String shown(Money amount) {
    return String.format(
        Locale.US, "%,." + amount.currency().fractionDigits() + "f", amount.decimal());
  }

  String finish() {
    if (isEmpty) {
      page.append("<tr><td colspan=\"")
          .append(heading.report().columns().size())
          .append("\">Nothing to report.</td></tr>");
    }
    return page.append("</tbody></table></body></html>\n").toString();
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
