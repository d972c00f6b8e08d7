package org.florin.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.DisputeId;
import org.florin.kernel.EvidenceId;
import org.florin.platform.sql.Database;

/** The store of files that were handed in with disputes. */
@ApplicationScoped
class Evidences {

  @Inject Database database;

  void add(EvidenceView evidence, byte[] content, Actor actor) {
    database.update(
        """
        insert into dispute_evidence (id, dispute_id, name, media_type, content, sha256, added_at, actor)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        evidence.id().value(),
        evidence.dispute().value(),
        evidence.name(),
        evidence.mediaType(),
        content,
        evidence.sha256(),
        evidence.addedAt(),
        actor.name());
  }

  /** In the order they came. */
  List<EvidenceView> ofDispute(DisputeId dispute) {
    return database.list(
        """
        select id, dispute_id, name, media_type, octet_length(content) as size, sha256, added_at
        from dispute_evidence where dispute_id = ? order by id
        """,
        Evidences::view,
        dispute.value());
  }

  Optional<byte[]> content(DisputeId dispute, EvidenceId id) {
    return database.first(
        "select content from dispute_evidence where dispute_id = ? and id = ?",
        row -> row.bytes("content"),
        dispute.value(),
        id.value());
  }

  private static EvidenceView view(Database.Row row) throws SQLException {
    return new EvidenceView(
        new EvidenceId(row.uuid("id")),
        new DisputeId(row.uuid("dispute_id")),
        row.text("name"),
        row.text("media_type"),
        row.number("size"),
        row.text("sha256"),
        row.instant("added_at"));
  }
}
