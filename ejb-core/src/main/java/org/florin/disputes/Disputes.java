package org.florin.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.ClientId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.DisputeId;
import org.florin.kernel.TransactionId;
import org.florin.platform.sql.Database;

/** The store of disputes, their steps and their letters. */
@ApplicationScoped
class Disputes {

  @Inject Database database;

  DisputeRule rule(LocalDate day) {
    return database
        .first(
            "select * from dispute_rule where effective_from <= ? order by effective_from desc limit 1",
            row ->
                new DisputeRule(
                    row.integer("notice_days"),
                    row.integer("acknowledge_days"),
                    row.integer("resolve_days"),
                    row.integer("resolve_cycles"),
                    row.integer("chargeback_days"),
                    row.number("liability_limit_minor"),
                    row.number("quality_above_minor")),
            day)
        .orElseThrow();
  }

  /** What of a transaction is in dispute or was decided, in minor units. */
  long disputedMinor(TransactionId transaction) {
    return database
        .first(
            """
            select coalesce(sum(original_minor), 0) as disputed from dispute
            where transaction_id = ? and state <> 'withdrawn'
            """,
            row -> row.number("disputed"),
            transaction.value())
        .orElse(0L);
  }

  void add(DisputeView dispute) {
    var liability = dispute.liability();
    database.update(
        """
        insert into dispute (id, account_id, transaction_id, client_id, reason, explanation, late_reason, state, currency,
          original_minor, recovered_minor, written_off_minor, remaining_minor, credited_minor, received_on, acknowledge_by,
          resolve_by, chargeback_by, created_at, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        dispute.id().value(),
        dispute.account().value(),
        dispute.transaction().value(),
        dispute.client().map(ClientId::value),
        dispute.reason().code(),
        dispute.explanation(),
        dispute.lateReason(),
        dispute.state().code(),
        dispute.currency().code(),
        liability.originalMinor(),
        liability.recoveredMinor(),
        liability.writtenOffMinor(),
        liability.remainingMinor(),
        dispute.creditedMinor(),
        dispute.receivedOn(),
        dispute.deadlines().acknowledgeBy(),
        dispute.deadlines().resolveBy(),
        dispute.deadlines().chargebackBy(),
        dispute.createdAt(),
        dispute.changedAt());
  }

  void change(DisputeId id, DisputeState state, Liability liability, long credited, Instant now) {
    database.update(
        """
        update dispute set state = ?, recovered_minor = ?, written_off_minor = ?, remaining_minor = ?, credited_minor = ?,
          changed_at = ? where id = ?
        """,
        state.code(),
        liability.recoveredMinor(),
        liability.writtenOffMinor(),
        liability.remainingMinor(),
        credited,
        now,
        id.value());
  }

  void addStep(DisputeView dispute, DisputeStep step, LocalDate takenOn, Actor actor, String note) {
    database.update(
        """
        insert into dispute_step (dispute_id, number, step, state, taken_on, at, actor, channel, note)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? from dispute_step where dispute_id = ?
        """,
        dispute.id().value(),
        step.code(),
        dispute.state().code(),
        takenOn,
        dispute.changedAt(),
        actor.name(),
        actor.channel(),
        note,
        dispute.id().value());
  }

  Optional<DisputeView> find(DisputeId id) {
    return database.first("select * from dispute where id = ?", Disputes::view, id.value());
  }

  Optional<DisputeView> lock(DisputeId id) {
    return database.first(
        "select * from dispute where id = ? for update", Disputes::view, id.value());
  }

  /** Newest first; an empty filter means all. */
  List<DisputeView> page(
      Optional<AccountId> account,
      Optional<ClientId> client,
      Optional<DisputeId> after,
      int countMax) {
    return database.list(
        """
        select * from dispute where (?::uuid is null or account_id = ?::uuid) and (?::uuid is null or client_id = ?::uuid)
          and (?::uuid is null or id < ?::uuid) order by id desc limit ?
        """,
        Disputes::view,
        account.map(AccountId::value),
        account.map(AccountId::value),
        client.map(ClientId::value),
        client.map(ClientId::value),
        after.map(DisputeId::value),
        after.map(DisputeId::value),
        countMax);
  }

  /** Disputes without an outcome, the next deadline first. */
  List<DisputeView> open(int countMax) {
    return database.list(
        """
        select * from dispute where state in ('received', 'acknowledged', 'investigating', 'credited')
        order by case when state = 'received' then acknowledge_by else resolve_by end, id limit ?
        """,
        Disputes::view,
        countMax);
  }

  long countOverdue(LocalDate today) {
    return database
        .first(
            """
            select count(*) as number from dispute
            where state in ('received', 'acknowledged', 'investigating', 'credited')
              and case when state = 'received' then acknowledge_by else resolve_by end < ?
            """,
            row -> row.number("number"),
            today)
        .orElse(0L);
  }

  List<FindDisputes.Step> steps(DisputeId id) {
    return database.list(
        "select * from dispute_step where dispute_id = ? order by number",
        row ->
            new FindDisputes.Step(
                row.integer("number"),
                row.text("step"),
                DisputeState.ofCode(row.text("state")),
                row.date("taken_on"),
                row.instant("at"),
                row.text("actor"),
                row.text("channel"),
                row.text("note")),
        id.value());
  }

  /** Keeps a letter in a form; a second one changes nothing. */
  void keepLetter(DisputeId id, LetterKind kind, String mediaType, byte[] content) {
    database.update(
        "insert into dispute_letter values (?, ?, ?, ?) on conflict do nothing",
        id.value(),
        kind.code(),
        mediaType,
        content);
  }

  Optional<byte[]> letter(DisputeId id, LetterKind kind, String mediaType) {
    return database.first(
        "select content from dispute_letter where dispute_id = ? and kind = ? and media_type = ?",
        row -> row.bytes("content"),
        id.value(),
        kind.code(),
        mediaType);
  }

  private static DisputeView view(Database.Row row) throws SQLException {
    return new DisputeView(
        new DisputeId(row.uuid("id")),
        new AccountId(row.uuid("account_id")),
        new TransactionId(row.uuid("transaction_id")),
        row.optionalUuid("client_id").map(ClientId::new),
        DisputeReason.ofCode(row.text("reason")),
        row.text("explanation"),
        row.optionalText("late_reason"),
        DisputeState.ofCode(row.text("state")),
        new CurrencyCode(row.text("currency")),
        new Liability(
            row.number("original_minor"),
            row.number("recovered_minor"),
            row.number("written_off_minor"),
            row.number("remaining_minor")),
        row.number("credited_minor"),
        row.date("received_on"),
        new DisputeDeadlines(
            row.date("acknowledge_by"), row.date("resolve_by"), row.date("chargeback_by")),
        row.instant("created_at"),
        row.instant("changed_at"));
  }
}
