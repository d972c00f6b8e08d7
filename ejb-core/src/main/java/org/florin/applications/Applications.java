package org.florin.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.florin.applications.ApplicationFile.Transition;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;

/** The applications and their history. */
@ApplicationScoped
class Applications {

  @PersistenceContext(unitName = "florin")
  EntityManager entities;

  @Inject Database database;

  void add(CreditApplication application) {
    entities.persist(application);
    entities.flush();
  }

  Optional<CreditApplication> find(ApplicationId id) {
    return Optional.ofNullable(entities.find(CreditApplication.class, id.value()));
  }

  Optional<CreditApplication> lock(ApplicationId id) {
    return Optional.ofNullable(
        entities.find(CreditApplication.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** Lets one application of a person for a product be decided at a time. */
  void lockPerson(byte[] personIndex, String product) {
    database.first(
        "select 1 as locked from pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> row.integer("locked"),
        "application " + HexFormat.of().formatHex(personIndex) + " " + product);
  }

  /** The person's first application for the product since then, unless it was withdrawn. */
  Optional<ApplicationId> firstSince(byte[] personIndex, String product, Instant since) {
    return database.first(
        """
        select id from application
         where person_index = ? and product_code = ? and created_at >= ?
           and status not in ('withdrawn', 'expired')
         order by created_at limit 1
        """,
        row -> new ApplicationId(row.uuid("id")),
        personIndex,
        product,
        since);
  }

  List<CreditApplication> page(
      Optional<String> submitter,
      Optional<ApplicationStatus> status,
      Optional<ApplicationId> after,
      int countMax) {
    var behind = after.isPresent() ? " and a.id < :after" : "";
    var query =
        entities.createQuery(
            "select a from CreditApplication a where (:status = '' or a.status = :status)"
                + " and (:submitter = '' or a.submittedBy = :submitter)"
                + behind
                + " order by a.id desc",
            CreditApplication.class);
    query.setParameter("submitter", submitter.orElse(""));
    query.setParameter("status", status.map(ApplicationStatus::word).orElse(""));
    after.ifPresent(id -> query.setParameter("after", id.value()));
    return query.setMaxResults(countMax).getResultList();
  }

  /** Those that wait for a person, longest waiting first. */
  List<CreditApplication> queue(int countMax) {
    return entities
        .createQuery(
            "select a from CreditApplication a where a.status = 'in_review' order by a.createdAt",
            CreditApplication.class)
        .setMaxResults(countMax)
        .getResultList();
  }

  void note(
      ApplicationId application,
      Instant at,
      Optional<ApplicationStatus> from,
      ApplicationStatus to,
      Actor actor,
      String reason) {
    database.update(
        """
        insert into application_event (application_id, occurred_at, from_status, to_status, actor, channel, reason)
        values (?, ?, ?, ?, ?, ?, nullif(?, ''))
        """,
        application.value(),
        at,
        from.map(ApplicationStatus::word),
        to.word(),
        actor.name(),
        actor.channel(),
        reason);
  }

  List<Transition> history(ApplicationId application) {
    return database.list(
        "select * from application_event where application_id = ? order by id",
        row ->
            new Transition(
                row.instant("occurred_at"),
                row.optionalText("from_status").map(ApplicationStatus::of),
                ApplicationStatus.of(row.text("to_status")),
                row.text("actor"),
                row.text("channel"),
                row.optionalText("reason")),
        application.value());
  }

  /** Those that were decided on the dates, newest first. */
  List<CreditApplication> decided(String product, LocalDate from, LocalDate to, int countMax) {
    return entities
        .createQuery(
            "select a from CreditApplication a where a.productCode = :product"
                + " and a.decision.decidedOn between :from and :to order by a.id desc",
            CreditApplication.class)
        .setParameter("product", product)
        .setParameter("from", from)
        .setParameter("to", to)
        .setMaxResults(countMax)
        .getResultList();
  }

  /**
   * Up to which limit the person may approve alone: as granted to the person, else to the role;
   * nothing for a role that may not approve.
   */
  Optional<Money> authority(String role, String actor, String currency) {
    return database.first(
        """
        select coalesce(own.limit_max_minor, general.limit_max_minor) as limit_max_minor
          from underwriting_authority general
          left join underwriter_authority own on own.actor = ? and own.currency = general.currency
         where general.role = ? and general.currency = ?
        """,
        row -> Money.of(row.number("limit_max_minor"), currency),
        actor,
        role,
        currency);
  }

  /** Gives a person an authority of their own. */
  void grant(String actor, Money limit, Actor by, Instant now) {
    database.update(
        """
        insert into underwriter_authority (actor, currency, limit_max_minor, granted_by, granted_at)
        values (?, ?, ?, ?, ?)
        on conflict (actor, currency) do update set limit_max_minor = excluded.limit_max_minor,
          granted_by = excluded.granted_by, granted_at = excluded.granted_at
        """,
        actor,
        limit.currency().code(),
        limit.minor(),
        by.name(),
        now);
  }

  /** Offers and waits for documents whose time is over, locked; others' are skipped. */
  List<CreditApplication> lockOver(Instant now, int countMax) {
    var ids =
        database.list(
            """
            select id from application
             where status in ('approved', 'counteroffered', 'incomplete')
               and least(offer_expires_at, documents_due_at) < ?
             order by least(offer_expires_at, documents_due_at) limit ? for update skip locked
            """,
            row -> new ApplicationId(row.uuid("id")),
            now,
            countMax);
    return ids.stream().flatMap(id -> lock(id).stream()).toList();
  }

  /**
   * Those whose applicants have to be told a decision before then and weren't, most urgent first.
   */
  List<CreditApplication> noticeDueBefore(Instant then, int countMax) {
    return entities
        .createQuery(
            "select a from CreditApplication a where a.noticeDueAt < :then and a.noticeSentAt is"
                + " null and a.status in ('in_review', 'approved', 'counteroffered', 'declined')"
                + " order by a.noticeDueAt",
            CreditApplication.class)
        .setParameter("then", then)
        .setMaxResults(countMax)
        .getResultList();
  }

  long countInReview() {
    return database
        .first(
            "select count(*) as waiting from application where status = 'in_review'",
            row -> row.number("waiting"))
        .orElse(0L);
  }
}
