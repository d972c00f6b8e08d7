package org.florin.underwriting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.platform.sql.Database;
import org.florin.underwriting.PolicyVersion.Signature;

/** The versions' rows. Every change is one guarded statement. */
@ApplicationScoped
class PolicyVersions {

  /** Which approved version decides follows from the dates alone. */
  private static final String VERSIONS =
      """
      with version as (
        select policy.*,
          case when status <> 'approved' then status
               when effective_from > ? then 'approved'
               when version = (select decides.version from credit_policy decides
                 where decides.product_code = policy.product_code and decides.status = 'approved'
                   and decides.effective_from <= ?
                 order by decides.effective_from desc, decides.version desc limit 1) then 'active'
               else 'superseded' end as stands
        from credit_policy policy)
      select * from version\s
      """;

  @Inject Database database;

  /** How the audit trail names a version. */
  static String auditName(int number) {
    return "credit_policy " + number;
  }

  int add(String product, String file, String note, String actor, Instant now) {
    return database
        .first(
            """
            insert into credit_policy (product_code, status, revision, definition, note, made_by, made_at, edited_by,
              edited_at)
            values (?, 'draft', 1, ?, ?, ?, ?, ?, ?) returning version
            """,
            row -> row.integer("version"),
            product,
            file,
            note,
            actor,
            now,
            actor,
            now)
        .orElseThrow();
  }

  /** False if it is no draft any more, or somebody edited it since. */
  boolean edit(int number, int revision, String file, String note, String actor, Instant now) {
    return database.update(
            """
            update credit_policy set definition = ?, note = ?, revision = revision + 1, edited_by = ?, edited_at = ?
            where version = ? and revision = ? and status = 'draft'
            """,
            file,
            note,
            actor,
            now,
            number,
            revision)
        == 1;
  }

  /** False if it is no draft any more, was edited since, or four eyes are missing. */
  boolean approve(int number, int revision, LocalDate from, String actor, Instant now) {
    return database.update(
            """
            update credit_policy set status = 'approved', effective_from = ?, approved_by = ?, approved_at = ?
            where version = ? and revision = ? and status = 'draft' and made_by <> ? and edited_by <> ?
            """,
            from,
            actor,
            now,
            number,
            revision,
            actor,
            actor)
        == 1;
  }

  /** False if it decides or decided, or was edited since. */
  boolean drop(int number, int revision, LocalDate today) {
    return database.update(
            """
            update credit_policy set status = 'dropped' where version = ? and revision = ?
              and (status = 'draft' or (status = 'approved' and effective_from > ?))
            """,
            number,
            revision,
            today)
        == 1;
  }

  /** Keeps it from being changed until the transaction ends. */
  Optional<PolicyVersion> lock(int number, LocalDate today) {
    database.list(
        "select version from credit_policy where version = ? for update",
        row -> row.integer("version"),
        number);
    return find(number, today);
  }

  Optional<PolicyVersion> find(int number, LocalDate today) {
    return database.first(
        VERSIONS + "where version = ?", PolicyVersions::version, today, today, number);
  }

  /** The one that decides on the date. */
  Optional<PolicyVersion> active(String product, LocalDate today) {
    return database.first(
        VERSIONS + "where product_code = ? and stands = 'active'",
        PolicyVersions::version,
        today,
        today,
        product);
  }

  /** Newest first, below the number. */
  List<PolicyVersion> page(int below, int countMax, LocalDate today) {
    return database.list(
        VERSIONS + "where version < ? order by version desc limit ?",
        PolicyVersions::version,
        today,
        today,
        below,
        countMax);
  }

  private static PolicyVersion version(Database.Row row) throws SQLException {
    return new PolicyVersion(
        row.integer("version"),
        row.text("product_code"),
        row.integer("revision"),
        PolicyStatus.ofCode(row.text("stands")),
        row.text("definition"),
        row.text("note"),
        new Signature(row.text("made_by"), row.instant("made_at")),
        new Signature(row.text("edited_by"), row.instant("edited_at")),
        approval(row),
        row.optionalDate("effective_from"));
  }

  private static Optional<Signature> approval(Database.Row row) throws SQLException {
    var at = row.optionalInstant("approved_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signature(row.text("approved_by"), at.get()));
  }
}
