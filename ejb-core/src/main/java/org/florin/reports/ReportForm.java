package org.florin.reports;

/** The forms a report is handed out in. */
public enum ReportForm {
  JSON("JSON", "json", "application/json"),
  CSV("CSV", "csv", "text/csv; charset=UTF-8"),
  XLSX("Spreadsheet", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("PDF", "pdf", "application/pdf"),
  /** Lines of 133 as the mainframe prints them; only of transactions. */
  LISTING("Mainframe print", "txt", "text/plain; charset=US-ASCII");

  private final String title;
  private final String suffix;
  private final String mediaType;

  ReportForm(String title, String suffix, String mediaType) {
    this.title = title;
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** How file names end. */
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether a report is handed out so. */
  public boolean isOf(StandardReport report) {
    return this != LISTING || report == StandardReport.TRANSACTIONS;
  }
}
