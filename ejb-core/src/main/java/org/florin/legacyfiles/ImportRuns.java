package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.florin.kernel.FileId;
import org.florin.kernel.JobId;
import org.florin.legacyfiles.ImportChunk.Difference;
import org.florin.legacyfiles.ImportChunk.Rejected;
import org.florin.legacyfiles.ImportChunk.Suspended;
import org.florin.platform.sql.Database;

/** Import runs: their files, positions, tallies, suspense, rejects and differences. */
@ApplicationScoped
class ImportRuns {

  /** The head of a run. */
  record Head(
      JobId run,
      String system,
      ImportMode mode,
      Optional<FileId> rejectFile,
      Optional<FileId> differenceFile) {}

  /** A file of a run with its tally. */
  record Counted(ImportFile file, String name, long records, ImportTally tally) {}

  /** A rejected row by its place. */
  record RejectPlace(int ordinal, long line, RejectReason reason) {}

  /** A suspense item of a run. */
  record SuspensePlace(int ordinal, Suspended item) {}

  /** A difference of a run. */
  record DifferencePlace(int ordinal, Difference item) {}

  @Inject Database database;

  void add(JobId run, String system, ImportMode mode, List<LegacyFileView> files) {
    database.update(
        "insert into import_run (id, system, mode) values (?, ?, ?)",
        run.value(),
        system,
        mode.code());
    for (int ordinal = 0; ordinal < files.size(); ordinal++) {
      database.update(
          "insert into import_file (run_id, ordinal, file_id) values (?, ?, ?)",
          run.value(),
          ordinal + 1,
          files.get(ordinal).id().value());
    }
  }

  Optional<Head> head(JobId run) {
    return database.first(
        "select * from import_run where id = ?",
        row ->
            new Head(
                new JobId(row.uuid("id")),
                row.text("system"),
                ImportMode.ofCode(row.text("mode")),
                row.optionalUuid("reject_file_id").map(FileId::new),
                row.optionalUuid("difference_file_id").map(FileId::new)),
        run.value());
  }

  List<JobId> latest(int countMax) {
    return database.list(
        "select id from import_run order by created_at desc, id desc limit ?",
        row -> new JobId(row.uuid("id")),
        countMax);
  }

  List<Counted> files(JobId run) {
    return database.list(
        """
        select i.*, f.system, f.kind, f.encoding, f.name, f.records from import_file i
        join legacy_file f on f.id = i.file_id where i.run_id = ? order by i.ordinal
        """,
        ImportRuns::counted,
        run.value());
  }

  private static Counted counted(Database.Row row) throws SQLException {
    return new Counted(
        new ImportFile(
            row.integer("ordinal"),
            new FileId(row.uuid("file_id")),
            row.text("system"),
            FileKind.ofCode(row.text("kind")),
            row.text("encoding"),
            row.number("line"),
            row.number("offset_bytes"),
            row.flag("finished")),
        row.text("name"),
        row.number("records"),
        new ImportTally(
            row.number("read_count"),
            row.number("new_count"),
            row.number("unchanged_count"),
            row.number("differing_count"),
            row.number("posted_count"),
            row.number("rejected_count"),
            row.number("suspense_count"),
            row.number("read_minor"),
            row.number("posted_minor"),
            row.number("unchanged_minor"),
            row.number("rejected_minor"),
            row.number("suspense_minor")));
  }

  /** Writes what a chunk came to and moves the position behind it. */
  void write(ImportChunk chunk, long line, long offset, boolean finished) {
    ImportTally tally = chunk.tally();
    database.update(
        """
        update import_file set line = ?, offset_bytes = ?, finished = ?, read_count = read_count + ?,
          new_count = new_count + ?, unchanged_count = unchanged_count + ?, differing_count = differing_count + ?,
          posted_count = posted_count + ?, rejected_count = rejected_count + ?, suspense_count = suspense_count + ?,
          read_minor = read_minor + ?, posted_minor = posted_minor + ?, unchanged_minor = unchanged_minor + ?,
          rejected_minor = rejected_minor + ?, suspense_minor = suspense_minor + ?
        where run_id = ? and ordinal = ?
        """,
        line,
        offset,
        finished,
        tally.read(),
        tally.added(),
        tally.unchanged(),
        tally.differing(),
        tally.posted(),
        tally.rejected(),
        tally.suspense(),
        tally.readMinor(),
        tally.postedMinor(),
        tally.unchangedMinor(),
        tally.rejectedMinor(),
        tally.suspenseMinor(),
        chunk.run().value(),
        chunk.file().ordinal());
    writeSuspended(chunk);
    writeRejects(chunk);
    writeDifferences(chunk);
  }

  private void writeSuspended(ImportChunk chunk) {
    List<Suspended> items = chunk.suspended();
    if (!items.isEmpty()) {
      database.update(
          """
          insert into suspense_item (run_id, ordinal, line, offset_bytes, record_key, field, reason, amount_minor)
          select ?, ?, line, at, nullif(key, ''), field, reason, amount
          from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
            as item(line, at, key, field, reason, amount)
          """,
          chunk.run().value(),
          chunk.file().ordinal(),
          column(items, Suspended::line),
          column(items, Suspended::offset),
          column(items, Suspended::key),
          column(items, Suspended::field),
          column(items, Suspended::reason),
          column(items, Suspended::amountMinor));
    }
  }

  private void writeRejects(ImportChunk chunk) {
    List<Rejected> items = chunk.rejects();
    if (!items.isEmpty()) {
      database.update(
          """
          insert into import_reject (run_id, ordinal, line, reason)
          select ?, ?, line, reason from unnest(?::bigint[], ?::int[]) as item(line, reason)
          """,
          chunk.run().value(),
          chunk.file().ordinal(),
          column(items, Rejected::line),
          column(items, item -> item.reason().number()));
    }
  }

  private void writeDifferences(ImportChunk chunk) {
    List<Difference> items = chunk.differences();
    if (!items.isEmpty()) {
      database.update(
          """
          insert into import_difference (run_id, ordinal, line, position, record_key, aspect, correct, compatible, reason)
          select ?, ?, item.* from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            as item(line, position, key, aspect, correct, compatible, reason)
          """,
          chunk.run().value(),
          chunk.file().ordinal(),
          column(items, Difference::line),
          column(items, Difference::position),
          column(items, Difference::key),
          column(items, Difference::aspect),
          column(items, Difference::correct),
          column(items, Difference::compatible),
          column(items, Difference::reason));
    }
  }

  static <T, V> List<V> column(List<T> items, Function<T, V> value) {
    List<V> column = new ArrayList<>(items.size());
    items.forEach(item -> column.add(value.apply(item)));
    return column;
  }

  /** Rejected rows of one file behind a line, in file order. */
  List<RejectPlace> rejects(JobId run, int ordinal, long afterLine, int countMax) {
    return database.list(
        "select * from import_reject where run_id = ? and ordinal = ? and line > ? order by line limit ?",
        row ->
            new RejectPlace(
                row.integer("ordinal"),
                row.number("line"),
                RejectReason.ofNumber(row.integer("reason"))),
        run.value(),
        ordinal,
        afterLine,
        countMax);
  }

  List<SuspensePlace> suspense(JobId run, int countMax) {
    return database.list(
        "select * from suspense_item where run_id = ? order by ordinal, line limit ?",
        row ->
            new SuspensePlace(
                row.integer("ordinal"),
                new Suspended(
                    row.number("line"),
                    row.number("offset_bytes"),
                    row.optionalText("record_key").orElse(""),
                    row.optionalText("field").orElse(""),
                    row.text("reason"),
                    row.number("amount_minor"))),
        run.value(),
        countMax);
  }

  long differenceCount(JobId run) {
    return database
        .first(
            "select count(*) as differences from import_difference where run_id = ?",
            row -> row.number("differences"),
            run.value())
        .orElse(0L);
  }

  /** Differences behind a place, in file order. */
  List<DifferencePlace> differences(
      JobId run, int afterOrdinal, long afterLine, int afterPosition, int countMax) {
    return database.list(
        """
        select * from import_difference where run_id = ? and (ordinal, line, position) > (?, ?, ?)
        order by ordinal, line, position limit ?
        """,
        row ->
            new DifferencePlace(
                row.integer("ordinal"),
                new Difference(
                    row.number("line"),
                    row.integer("position"),
                    row.text("record_key"),
                    row.text("aspect"),
                    row.text("correct"),
                    row.text("compatible"),
                    row.text("reason"))),
        run.value(),
        afterOrdinal,
        afterLine,
        afterPosition,
        countMax);
  }

  void setReports(JobId run, FileId rejectFile, FileId differenceFile) {
    database.update(
        "update import_run set reject_file_id = ?, difference_file_id = ? where id = ?",
        rejectFile.value(),
        differenceFile.value(),
        run.value());
  }
}
