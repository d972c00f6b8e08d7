package org.florin.risk.versions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.platform.sql.Database;
import org.florin.risk.versions.RuleVersion.Signature;

/** The versions' rows. Every change is one guarded statement. */
@ApplicationScoped
class RuleVersions {

  private static final String COLUMNS = "select version.* from risk_rule_version version ";

  @Inject Database database;

  /** How the audit trail names a version. */
  static String auditName(int number) {
    return "risk_rule_version " + number;
  }

  RuleVersion add(String file, String note, String actor, Instant now) {
    return database
        .first(
            """
            insert into risk_rule_version (status, revision, file, note, made_by, made_at, edited_by, edited_at)
            values ('draft', 1, ?, ?, ?, ?, ?, ?) returning *
            """,
            RuleVersions::version,
            file,
            note,
            actor,
            now,
            actor,
            now)
        .orElseThrow();
  }

  /** Empty if it is no draft any more, or somebody edited it since. */
  Optional<RuleVersion> edit(
      int number, int revision, String file, String note, String actor, Instant now) {
    return database.first(
        """
        update risk_rule_version set file = ?, note = ?, revision = revision + 1, edited_by = ?, edited_at = ?
        where number = ? and revision = ? and status = 'draft' returning *
        """,
        RuleVersions::version,
        file,
        note,
        actor,
        now,
        number,
        revision);
  }

  /** Lets nobody else promote until the transaction ends: who comes second sees the first. */
  void lockPromotions() {
    database.list(
        "select pg_advisory_xact_lock(hashtextextended('risk_rule_version', 0)) is null as locked",
        row -> row.flag("locked"));
  }

  /** Empty if it isn't where it has to come from, was edited since, or four eyes are missing. */
  Optional<RuleVersion> toShadow(int number, int revision, String actor, Instant now) {
    return database.first(
        """
        update risk_rule_version set status = 'shadow', shadow_by = ?, shadow_at = ?
        where number = ? and revision = ? and status = 'draft' and made_by <> ? and edited_by <> ? returning *
        """,
        RuleVersions::version,
        actor,
        now,
        number,
        revision,
        actor,
        actor);
  }

  /** Likewise. */
  Optional<RuleVersion> toActive(int number, int revision, String actor, Instant now) {
    return database.first(
        """
        update risk_rule_version set status = 'active', active_by = ?, active_at = ?
        where number = ? and revision = ? and status = 'shadow' and made_by <> ? and edited_by <> ? returning *
        """,
        RuleVersions::version,
        actor,
        now,
        number,
        revision,
        actor,
        actor);
  }

  /** Empty if it is retired already, or was edited since. */
  Optional<RuleVersion> retire(int number, int revision, String actor, Instant now) {
    return database.first(
        """
        update risk_rule_version set status = 'retired', retired_by = ?, retired_at = ?
        where number = ? and revision = ? and status <> 'retired' returning *
        """,
        RuleVersions::version,
        actor,
        now,
        number,
        revision);
  }

  /** Keeps it from being edited until the transaction ends. */
  Optional<RuleVersion> lock(int number) {
    return database.first(COLUMNS + "where number = ? for update", RuleVersions::version, number);
  }

  Optional<RuleVersion> find(int number) {
    return database.first(COLUMNS + "where number = ?", RuleVersions::version, number);
  }

  Optional<RuleVersion> in(VersionStatus status) {
    return database.first(
        COLUMNS + "where status = ? order by number limit 1", RuleVersions::version, status.code());
  }

  /** Newest first, below the number. */
  List<RuleVersion> page(int below, int countMax) {
    return database.list(
        COLUMNS + "where number < ? order by number desc limit ?",
        RuleVersions::version,
        below,
        countMax);
  }

  private static RuleVersion version(Database.Row row) throws SQLException {
    return new RuleVersion(
        row.integer("number"),
        row.integer("revision"),
        VersionStatus.ofCode(row.text("status")),
        row.text("file"),
        row.text("note"),
        new Signature(row.text("made_by"), row.instant("made_at")),
        new Signature(row.text("edited_by"), row.instant("edited_at")),
        signature(row, "shadow"),
        signature(row, "active"),
        signature(row, "retired"));
  }

  private static Optional<Signature> signature(Database.Row row, String step) throws SQLException {
    var at = row.optionalInstant(step + "_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signature(row.text(step + "_by"), at.get()));
  }
}
