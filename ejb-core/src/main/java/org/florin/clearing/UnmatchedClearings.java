package org.florin.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.platform.sql.Database;

/** The queue of presentments without an approval. */
@ApplicationScoped
class UnmatchedClearings {

  @Inject Database database;

  void add(Posting posting, Optional<AuthorizationSnapshot> named) {
    database.update(
        """
        insert into unmatched_clearing (transaction_id, account_id, authorization_id, amount_minor, currency,
          merchant_name, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        posting.id().value(),
        posting.account().value(),
        named.map(original -> original.id().value()),
        posting.amount().minor(),
        posting.amount().currency().code(),
        posting.description(),
        posting.occurredAt());
  }

  /** Those nobody has looked at, oldest first. */
  List<UnmatchedClearing> open(int countMax) {
    return database.list(
        "select * from unmatched_clearing where resolved_at is null order by created_at, transaction_id limit ?",
        UnmatchedClearings::unmatched,
        countMax);
  }

  long countOpen() {
    return database
        .first(
            "select count(*) as open from unmatched_clearing where resolved_at is null",
            row -> row.number("open"))
        .orElseThrow();
  }

  /** False if somebody else was first, or there is none. */
  boolean resolve(TransactionId transaction, Instant at, String by, String note) {
    return database.update(
            """
            update unmatched_clearing set resolved_at = ?, resolved_by = ?, note = ?
            where transaction_id = ? and resolved_at is null
            """,
            at,
            by,
            note,
            transaction.value())
        == 1;
  }

  private static UnmatchedClearing unmatched(Database.Row row) throws SQLException {
    return new UnmatchedClearing(
        new TransactionId(row.uuid("transaction_id")),
        new AccountId(row.uuid("account_id")),
        row.optionalUuid("authorization_id").map(AuthorizationId::new),
        Money.of(row.number("amount_minor"), row.text("currency")),
        row.text("merchant_name"),
        row.instant("created_at"),
        row.optionalInstant("resolved_at"),
        row.optionalText("resolved_by"),
        row.optionalText("note"));
  }
}
