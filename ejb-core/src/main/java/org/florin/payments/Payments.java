package org.florin.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.kernel.SystemTime;
import org.florin.kernel.TransactionId;
import org.florin.platform.sql.Database;

/** The store of payments. */
@ApplicationScoped
class Payments {

  @Inject Database database;

  void add(PaymentView payment, String actor, String channel) {
    database.update(
        """
        insert into payment (id, account_id, rail, method, amount_minor, currency, status, client_id, external_id,
          actor, channel, created_at, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        payment.id().value(),
        payment.account().value(),
        payment.rail().code(),
        payment.method(),
        payment.amount().minor(),
        payment.amount().currency().code(),
        payment.status().code(),
        payment.client().map(ClientId::value),
        payment.externalId(),
        actor,
        channel,
        payment.createdAt(),
        payment.changedAt());
    addEvent(payment.id(), payment.status(), channel, "made by " + actor);
  }

  Optional<PaymentView> lock(PaymentId id) {
    return database.first(
        "select * from payment where id = ? for update", Payments::view, id.value());
  }

  void change(
      PaymentView payment,
      PaymentStatus status,
      RailAnswer answer,
      Optional<TransactionId> transaction,
      String source) {
    database.update(
        """
        update payment set status = ?, failure_code = ?, failure_text = ?,
          rail_reference = coalesce(?, rail_reference), transaction_id = coalesce(?, transaction_id), changed_at = ?
        where id = ?
        """,
        status.code(),
        failureCode(answer),
        failureText(answer),
        reference(answer),
        transaction.map(TransactionId::value),
        SystemTime.now(),
        payment.id().value());
    addEvent(payment.id(), status, source, answer.toString());
  }

  void submitted(PaymentView payment) {
    database.update(
        "update payment set status = 'submitted', attempts = attempts + 1, changed_at = ? where id = ?",
        SystemTime.now(),
        payment.id().value());
    addEvent(
        payment.id(), PaymentStatus.SUBMITTED, "system", "attempt " + (payment.attempts() + 1));
  }

  private void addEvent(PaymentId id, PaymentStatus status, String source, String evidence) {
    database.update(
        """
        insert into payment_event (payment_id, number, status, at, source, evidence)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from payment_event where payment_id = ?
        """,
        id.value(),
        status.code(),
        SystemTime.now(),
        source,
        evidence,
        id.value());
  }

  private static Optional<String> failureCode(RailAnswer answer) {
    return switch (answer) {
      case RailAnswer.Failed failed -> Optional.of(failed.code());
      case RailAnswer.Returned returned -> Optional.of(returned.code());
      case RailAnswer.Succeeded ignored -> Optional.empty();
      case RailAnswer.Processing ignored -> Optional.empty();
      case RailAnswer.NotFound ignored -> Optional.empty();
      case RailAnswer.Unknown ignored -> Optional.empty();
    };
  }

  private static Optional<String> failureText(RailAnswer answer) {
    return switch (answer) {
      case RailAnswer.Failed failed -> Optional.of(failed.text());
      case RailAnswer.Returned returned -> Optional.of(returned.text());
      case RailAnswer.Succeeded ignored -> Optional.empty();
      case RailAnswer.Processing ignored -> Optional.empty();
      case RailAnswer.NotFound ignored -> Optional.empty();
      case RailAnswer.Unknown ignored -> Optional.empty();
    };
  }

  private static Optional<String> reference(RailAnswer answer) {
    return switch (answer) {
      case RailAnswer.Succeeded succeeded -> Optional.of(succeeded.reference());
      case RailAnswer.Processing processing -> processing.reference();
      case RailAnswer.Failed failed -> failed.reference();
      case RailAnswer.Returned ignored -> Optional.empty();
      case RailAnswer.NotFound ignored -> Optional.empty();
      case RailAnswer.Unknown ignored -> Optional.empty();
    };
  }

  static PaymentView view(Database.Row row) throws SQLException {
    return new PaymentView(
        new PaymentId(row.uuid("id")),
        new AccountId(row.uuid("account_id")),
        Rail.ofCode(row.text("rail")),
        row.text("method"),
        Money.of(row.number("amount_minor"), row.text("currency")),
        PaymentStatus.ofCode(row.text("status")),
        row.optionalText("failure_code"),
        row.optionalText("failure_text"),
        row.optionalText("rail_reference"),
        row.optionalUuid("transaction_id").map(TransactionId::new),
        row.optionalUuid("client_id").map(ClientId::new),
        row.optionalText("external_id"),
        row.integer("attempts"),
        row.instant("created_at"),
        row.instant("changed_at"));
  }
}
