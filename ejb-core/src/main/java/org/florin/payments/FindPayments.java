package org.florin.payments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.ClientId;
import org.florin.kernel.PaymentId;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/** Reads payments. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindPayments {

  /** A step of a payment with its evidence. */
  public record Step(
      int number, PaymentStatus status, Instant at, String source, String evidence) {}

  @Inject Database database;

  public Optional<PaymentView> byId(PaymentId id) {
    return database.first("select * from payment where id = ?", Payments::view, id.value());
  }

  /** Newest first; empty account and client mean all. */
  public List<PaymentView> page(
      Optional<AccountId> account,
      Optional<ClientId> client,
      Optional<String> externalId,
      Optional<PaymentId> after,
      int countMax) {
    return database.list(
        """
        select * from payment where (?::uuid is null or account_id = ?::uuid) and (?::uuid is null or client_id = ?::uuid)
          and (?::text is null or external_id = ?::text) and (?::uuid is null or id < ?::uuid)
        order by id desc limit ?
        """,
        Payments::view,
        account.map(AccountId::value),
        account.map(AccountId::value),
        client.map(ClientId::value),
        client.map(ClientId::value),
        externalId,
        externalId,
        after.map(PaymentId::value),
        after.map(PaymentId::value),
        countMax);
  }

  /** Payments that no rail has closed and nothing has happened to for that long, oldest first. */
  public List<PaymentView> openFor(Duration age, int countMax) {
    return database.list(
        """
        select * from payment where status in ('initiated', 'submitted', 'processing', 'unknown') and changed_at < ?
        order by changed_at limit ?
        """,
        Payments::view,
        SystemTime.now().minus(age),
        countMax);
  }

  public List<Step> steps(PaymentId id) {
    return database.list(
        "select * from payment_event where payment_id = ? order by number",
        row ->
            new Step(
                row.integer("number"),
                PaymentStatus.ofCode(row.text("status")),
                row.instant("at"),
                row.text("source"),
                row.text("evidence")),
        id.value());
  }
}
