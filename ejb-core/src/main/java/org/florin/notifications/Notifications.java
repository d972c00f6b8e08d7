package org.florin.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.CustomerId;
import org.florin.platform.sql.Database;

/** The notifications: pending, sent, given up. */
@ApplicationScoped
class Notifications {

  /** One notification. */
  record Notification(
      UUID id,
      Template template,
      Optional<ApplicationId> application,
      Optional<CustomerId> customer,
      Optional<AccountId> account,
      String facts,
      int attempts) {}

  @Inject Database database;

  void add(UUID event, Notification notification, Instant now) {
    database.update(
        """
        insert into notification (id, event_id, template, application_id, customer_id, account_id, facts, status,
          attempts, next_attempt_at, created_at)
        values (?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?, ?)
        """,
        notification.id(),
        event,
        notification.template().word(),
        notification.application().map(ApplicationId::value),
        notification.customer().map(CustomerId::value),
        notification.account().map(AccountId::value),
        notification.facts(),
        now,
        now);
  }

  /**
   * Takes what is due, in a transaction of its own, and puts the next try off: if this node dies
   * while it sends, another one tries again then.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Notification> take(int countMax, Instant now, Duration untilNextTry) {
    return database.list(
        """
        update notification set attempts = attempts + 1,
          next_attempt_at = ?::timestamptz + ? * interval '1 millisecond' * (1 << least(attempts, 8))
        where id in (select id from notification where status = 'pending' and next_attempt_at <= ?
          order by next_attempt_at limit ? for update skip locked)
        returning *
        """,
        Notifications::read,
        now,
        untilNextTry.toMillis(),
        now,
        countMax);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void sent(UUID id, Instant now) {
    database.update(
        "update notification set status = 'sent', sent_at = ?, failure = null where id = ?",
        now,
        id);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failed(UUID id, String why, boolean forGood) {
    database.update(
        "update notification set failure = ?, status = case when ? then 'undeliverable' else status end where id = ?",
        why,
        forGood,
        id);
  }

  private static Notification read(Database.Row row) throws SQLException {
    return new Notification(
        row.uuid("id"),
        Template.of(row.text("template")),
        row.optionalUuid("application_id").map(ApplicationId::new),
        row.optionalUuid("customer_id").map(CustomerId::new),
        row.optionalUuid("account_id").map(AccountId::new),
        row.text("facts"),
        row.integer("attempts"));
  }
}
