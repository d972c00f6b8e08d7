package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.florin.customers.PersonalDataVault;
import org.florin.kernel.FileId;
import org.florin.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** The files of legacy systems and their sealed content. */
@ApplicationScoped
class LegacyFiles {

  /** Bytes of content in one chunk, before sealing. */
  static final int CHUNK_LENGTH = 256 * 1024;

  /** What is known of a file once all of it was seen. */
  @SuppressWarnings("ArrayRecordComponent")
  record Outcome(String status, @Nullable String reason, byte[] sha256, long size, long records) {}

  @Inject Database database;
  @Inject PersonalDataVault vault;

  /** Notes a file whose content follows, in a transaction of its own. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  FileId begin(
      String system,
      String direction,
      String name,
      @Nullable String kind,
      @Nullable String encoding,
      String receivedBy) {
    FileId id = FileId.create();
    database.update(
        """
        insert into legacy_file (id, system, direction, name, kind, encoding, status, data_key, received_by)
        values (?, ?, ?, ?, ?, ?, 'receiving', ?, ?)
        """,
        id.value(),
        system,
        direction,
        name,
        kind,
        encoding,
        vault.newDataKey(id.value()),
        receivedBy);
    return id;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void append(FileId file, int chunk, byte[] content) {
    database.update(
        "insert into legacy_file_chunk (file_id, chunk, content) values (?, ?, ?)",
        file.value(),
        chunk,
        vault.seal(dataKey(file), file.value(), content));
  }

  /**
   * Completes a file. Content that was received before gives the file of then, and this one is
   * forgotten.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  FileId settle(FileId file, Outcome outcome) {
    Optional<FileId> known =
        database.first(
            """
            select earlier.id from legacy_file earlier join legacy_file mine on mine.id = ?
            where earlier.system = mine.system and earlier.sha256 = ? and earlier.direction = 'in'
              and mine.direction = 'in' and earlier.status <> 'receiving'
            """,
            row -> new FileId(row.uuid("id")),
            file.value(),
            outcome.sha256());
    if (known.isPresent()) {
      forget(file);
      return known.get();
    }
    database.update(
        """
        update legacy_file set status = ?, reason = ?, sha256 = ?, size_bytes = ?, records = ? where id = ?
        """,
        outcome.status(),
        outcome.reason(),
        outcome.sha256(),
        outcome.size(),
        outcome.records(),
        file.value());
    return file;
  }

  /** Drops a file and its content, for ever. */
  @Transactional
  void forget(FileId file) {
    database.update("delete from legacy_file where id = ?", file.value());
  }

  /** Drops files whose sender went away before the end. */
  @Transactional
  int forgetAbandoned() {
    return database.update(
        "delete from legacy_file where status = 'receiving' and received_at < clock_timestamp() - interval '1 day'");
  }

  /** The content of one chunk in clear; empty behind the last one. */
  Optional<byte[]> chunk(FileId file, int chunk) {
    return database.first(
        "select f.data_key, c.content from legacy_file_chunk c join legacy_file f on f.id = c.file_id"
            + " where c.file_id = ? and c.chunk = ?",
        row -> vault.open(row.bytes("data_key"), file.value(), row.bytes("content")),
        file.value(),
        chunk);
  }

  private byte[] dataKey(FileId file) {
    return database
        .first(
            "select data_key from legacy_file where id = ?",
            row -> row.bytes("data_key"),
            file.value())
        .orElseThrow();
  }

  Optional<LegacyFileView> find(FileId file) {
    return database.first(
        "select * from legacy_file where id = ?", LegacyFiles::view, file.value());
  }

  List<LegacyFileView> latest(int countMax) {
    return database.list(
        "select * from legacy_file where status <> 'receiving' order by sequence desc limit ?",
        LegacyFiles::view,
        countMax);
  }

  private static LegacyFileView view(Database.Row row) throws SQLException {
    byte[] sha256 = row.bytes("sha256");
    return new LegacyFileView(
        new FileId(row.uuid("id")),
        row.number("sequence"),
        row.text("system"),
        row.text("direction"),
        row.text("name"),
        row.optionalText("kind"),
        row.optionalText("encoding"),
        sha256 == null ? "" : HexFormat.of().formatHex(sha256),
        row.number("size_bytes"),
        row.number("records"),
        row.text("status"),
        row.optionalText("reason"),
        row.instant("received_at"));
  }
}
