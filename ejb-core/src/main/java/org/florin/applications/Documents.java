package org.florin.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.EventId;
import org.florin.platform.sql.Database;

/** Documents that were asked for and supplied, and the letters the bank wrote. */
@ApplicationScoped
class Documents {

  /** A document as it is kept: sealed like the application it belongs to. */
  record Kept(DocumentView document, byte[] sealed) {}

  @Inject Database database;

  void ask(ApplicationId application, List<DocumentKind> kinds, Actor actor, Instant now) {
    for (var kind : kinds) {
      database.update(
          """
          insert into application_document_request (application_id, kind, asked_by, asked_at) values (?, ?, ?, ?)
          on conflict (application_id, kind) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at,
            supplied_at = null
          """,
          application.value(),
          kind.word(),
          actor.name(),
          now);
    }
  }

  /** Keeps a document, and that what was asked for is here. */
  void add(ApplicationId application, DocumentView document, byte[] sealed, Actor actor) {
    database.update(
        """
        insert into application_document (id, application_id, kind, file_name, media_type, size_bytes, sealed,
          supplied_by, supplied_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        document.id(),
        application.value(),
        document.kind().word(),
        document.fileName(),
        document.mediaType(),
        document.sizeBytes(),
        sealed,
        actor.name(),
        document.at());
    database.update(
        "update application_document_request set supplied_at = ? where application_id = ? and kind = ?",
        document.at(),
        application.value(),
        document.kind().word());
  }

  List<DocumentRequest> requests(ApplicationId application) {
    return database.list(
        "select * from application_document_request where application_id = ? order by asked_at, kind",
        row ->
            new DocumentRequest(
                DocumentKind.of(row.text("kind")),
                row.instant("asked_at"),
                row.optionalInstant("supplied_at")),
        application.value());
  }

  List<DocumentView> supplied(ApplicationId application) {
    return database.list(
        """
        select id, kind, file_name, media_type, size_bytes, supplied_at from application_document
        where application_id = ? order by supplied_at
        """,
        Documents::view,
        application.value());
  }

  long count(ApplicationId application) {
    return supplied(application).size();
  }

  Optional<Kept> find(ApplicationId application, UUID document) {
    return database.first(
        "select * from application_document where application_id = ? and id = ?",
        row -> new Kept(view(row), row.bytes("sealed")),
        application.value(),
        document);
  }

  Optional<byte[]> letter(ApplicationId application) {
    return database.first(
        "select sealed from application_letter where application_id = ?",
        row -> row.bytes("sealed"),
        application.value());
  }

  /** Keeps the letter unless there is one; a letter that was written stays as it is. */
  void keepLetter(ApplicationId application, byte[] sealed, Instant now) {
    database.update(
        """
        insert into application_letter (application_id, sealed, written_at) values (?, ?, ?)
        on conflict (application_id) do nothing
        """,
        application.value(),
        sealed,
        now);
  }

  static UUID newId() {
    return EventId.create().value();
  }

  private static DocumentView view(Database.Row row) throws SQLException {
    return new DocumentView(
        row.uuid("id"),
        DocumentKind.of(row.text("kind")),
        row.text("file_name"),
        row.text("media_type"),
        row.number("size_bytes"),
        row.instant("supplied_at"));
  }
}
