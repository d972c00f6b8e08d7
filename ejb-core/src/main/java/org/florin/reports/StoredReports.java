package org.florin.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.ReportId;
import org.florin.platform.content.ChunkedInput;
import org.florin.platform.content.ChunkedOutput;
import org.florin.platform.sql.Database;

/** The store of kept reports. Nothing in it is ever changed. */
@ApplicationScoped
class StoredReports {

  private static final int CHUNK_LENGTH = 256 * 1024;

  @Inject Database database;

  /** Begins to keep a form of a report; false if it is kept already. */
  boolean begin(ReportId id, String form) {
    return database.update(
            "insert into stored_report_form (report_id, form) values (?, ?) on conflict do nothing",
            id.value(),
            form)
        == 1;
  }

  /** Where the content of a form goes that was just begun. */
  OutputStream content(ReportId id, String form) {
    return new ChunkedOutput(
        CHUNK_LENGTH,
        (chunk, content) ->
            database.update(
                "insert into stored_report_chunk (report_id, form, chunk, content) values (?, ?, ?, ?)",
                id.value(),
                form,
                chunk,
                content));
  }

  /** What is kept of a form, fetched as it is read; empty if nothing is. */
  Optional<InputStream> read(ReportId id, String form) {
    return database
        .first(
            "select 1 from stored_report_form where report_id = ? and form = ?",
            row -> true,
            id.value(),
            form)
        .map(
            kept ->
                new ChunkedInput(
                    CHUNK_LENGTH,
                    0,
                    chunk ->
                        database.first(
                            "select content from stored_report_chunk where report_id = ? and form = ? and chunk = ?",
                            row -> row.bytes("content"),
                            id.value(),
                            form,
                            chunk)));
  }

  void add(ReportId id, ReportHeading heading, long rows) {
    database.update(
        "insert into stored_report (id, report, from_day, to_day, row_count) values (?, ?, ?, ?, ?)",
        id.value(),
        heading.report().code(),
        heading.from(),
        heading.to(),
        rows);
  }

  Optional<StoredReport> find(ReportId id) {
    return database.first(
        "select * from stored_report where id = ?", StoredReports::stored, id.value());
  }

  /** Latest days first, behind one of them; all kinds or one. */
  List<StoredReport> list(
      Optional<StandardReport> report, Optional<ReportId> behind, int countMax) {
    return database.list(
        """
        select * from stored_report
        where (?::text is null or report = ?)
          and (?::uuid is null or (to_day, id) < (select to_day, id from stored_report where id = ?::uuid))
        order by to_day desc, id desc limit ?
        """,
        StoredReports::stored,
        report.map(StandardReport::code),
        report.map(StandardReport::code),
        behind.map(ReportId::value),
        behind.map(ReportId::value),
        countMax);
  }

  private static StoredReport stored(Database.Row row) throws SQLException {
    return new StoredReport(
        new ReportId(row.uuid("id")),
        new ReportHeading(
            StandardReport.ofCode(row.text("report")).orElseThrow(),
            row.date("from_day"),
            row.date("to_day")),
        row.number("row_count"),
        row.instant("made_at"));
  }
}
