package org.florin.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Supplier;
import org.florin.platform.sql.Database;

/** The transaction of one idempotent request. */
@ApplicationScoped
class IdempotencyDesk {

  private static final String CLAIM =
      """
      insert into idempotency_record (client_id, key, fingerprint, status, content_type, body)
      values (?, ?, ?, 0, '', '') on conflict do nothing
      """;

  @Inject Database database;

  /** A second request with the same key waits on the first one's row, at most a second. */
  @Transactional
  Attempt execute(RequestKey request, Supplier<StoredAnswer> work) {
    database.update("set local lock_timeout = '1s'");
    var claimed =
        database.update(
            CLAIM, request.client().value(), request.key(), request.fingerprint().bytes());
    if (claimed == 0) {
      return stored(database, request).orElseGet(Attempt.InProgress::new);
    }
    database.update("set local lock_timeout = '5s'");
    var answer = work.get();
    database.update(
        "update idempotency_record set status = ?, content_type = ?, body = ? where client_id = ? and key = ?",
        answer.status(),
        answer.contentType(),
        answer.body(),
        request.client().value(),
        request.key());
    return new Attempt.Executed(answer);
  }

  static Optional<Attempt> stored(Database database, RequestKey request) {
    return database.first(
        "select fingerprint, status, content_type, body from idempotency_record where client_id = ? and key = ?",
        row ->
            Fingerprint.of(row.bytes("fingerprint")).equals(request.fingerprint())
                ? new Attempt.Replayed(
                    new StoredAnswer(
                        row.integer("status"), row.text("content_type"), row.text("body")))
                : new Attempt.KeyReused(),
        request.client().value(),
        request.key());
  }
}
