package org.florin.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/** The append-only audit trail. */
@ApplicationScoped
public class AuditTrail {

  /** An entry with the instant it was made. */
  public record Recorded(Instant at, AuditEntry entry) {}

  @Inject Database database;

  /** Writes the entry in the caller's transaction: if it can't be written, the change fails. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(AuditEntry entry) {
    database.update(
        """
        insert into audit_record (at, actor, channel, action, object, outcome, details, request_id)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        SystemTime.now(),
        entry.actor(),
        entry.channel(),
        entry.action(),
        entry.object(),
        entry.outcome(),
        entry.details(),
        entry.requestId());
  }

  /** Writes entries on the given connection; part of that connection's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordAll(Database connection, List<AuditEntry> entries) {
    connection.update(
        """
        insert into audit_record (at, actor, channel, action, object, outcome, details, request_id)
        select ?, actor, channel, action, object, outcome, details, request_id
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          as entry(actor, channel, action, object, outcome, details, request_id)
        """,
        SystemTime.now(),
        entries.stream().map(AuditEntry::actor).toList(),
        entries.stream().map(AuditEntry::channel).toList(),
        entries.stream().map(AuditEntry::action).toList(),
        entries.stream().map(AuditEntry::object).toList(),
        entries.stream().map(AuditEntry::outcome).toList(),
        entries.stream().map(AuditEntry::details).toList(),
        entries.stream().map(AuditEntry::requestId).toList());
  }

  /** The latest entries about an object, newest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<Recorded> about(String object, int countMax) {
    return database.list(
        "select * from audit_record where object = ? order by sequence desc limit ?",
        row ->
            new Recorded(
                row.instant("at"),
                new AuditEntry(
                    row.text("actor"),
                    row.text("channel"),
                    row.text("action"),
                    row.text("object"),
                    row.text("outcome"),
                    row.text("details"),
                    row.optionalText("request_id"))),
        object,
        countMax);
  }
}
