package org.florin.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.cards.CardVault.Sealed;
import org.florin.cards.FindCards.Filter;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.platform.sql.Database;

/** The cards, their sealed numbers and their history. */
@ApplicationScoped
class Cards {

  @PersistenceContext(unitName = "florin")
  EntityManager entities;

  @Inject Database database;

  void add(Card card, Sealed number, byte[] index) {
    entities.persist(card);
    entities.flush();
    database.update(
        "insert into vault_pan (card_id, sealed, key_version, pan_index) values (?, ?, ?, ?)",
        card.id().value(),
        number.bytes(),
        number.keyVersion(),
        index);
  }

  Optional<Card> lock(CardId id) {
    return Optional.ofNullable(
        entities.find(Card.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Card> find(CardId id) {
    return Optional.ofNullable(entities.find(Card.class, id.value()));
  }

  Optional<CardId> byNumber(byte[] index) {
    return database.first(
        "select card_id from vault_pan where pan_index = ?",
        row -> new CardId(row.uuid("card_id")),
        index);
  }

  Optional<CardView> replacementOf(CardId id) {
    return database.first("select * from card where replaces = ?", Cards::view, id.value());
  }

  Optional<Sealed> number(CardId id) {
    return database.first(
        "select sealed, key_version from vault_pan where card_id = ?",
        row -> new Sealed(row.bytes("sealed"), row.integer("key_version")),
        id.value());
  }

  void note(
      CardId card, Instant at, Optional<CardState> from, CardState to, String reason, Actor actor) {
    database.update(
        """
        insert into card_event (card_id, occurred_at, from_state, to_state, reason, actor, channel)
        values (?, ?, ?, ?, nullif(?, ''), ?, ?)
        """,
        card.value(),
        at,
        from.map(CardState::word),
        to.word(),
        reason,
        actor.name(),
        actor.channel());
  }

  void noteCreated(Database connection, List<Card> created, Instant at, Actor actor) {
    connection.update(
        """
        insert into card_event (card_id, occurred_at, to_state, actor, channel)
        select id, ?, state, ?, ? from unnest(?::uuid[], ?::text[]) as card(id, state)
        """,
        at,
        actor.name(),
        actor.channel(),
        created.stream().map(card -> card.id().value()).toList(),
        created.stream().map(card -> card.state().word()).toList());
  }

  List<CardView> page(Filter filter, int countMax) {
    var sql = new StringBuilder("select * from card where true");
    var arguments = new ArrayList<Object>();
    filter.account().map(AccountId::value).ifPresent(id -> and(sql, arguments, "account_id =", id));
    filter
        .customer()
        .map(CustomerId::value)
        .ifPresent(id -> and(sql, arguments, "customer_id =", id));
    filter.state().ifPresent(state -> and(sql, arguments, "state =", state.word()));
    filter.externalId().ifPresent(id -> and(sql, arguments, "external_id =", id));
    filter.after().map(CardId::value).ifPresent(id -> and(sql, arguments, "id <", id));
    sql.append(" order by id desc limit ?");
    arguments.add(countMax);
    return database.list(sql.toString(), Cards::view, arguments.toArray());
  }

  private static void and(
      StringBuilder sql, List<Object> arguments, String condition, Object argument) {
    sql.append(" and ").append(condition).append(" ?");
    arguments.add(argument);
  }

  private static CardView view(Database.Row row) throws java.sql.SQLException {
    UUID id = row.uuid("id");
    return new CardView(
        new CardId(id),
        new AccountId(row.uuid("account_id")),
        new CustomerId(row.uuid("customer_id")),
        CardState.of(row.text("state")),
        row.optionalText("closed_reason").map(ClosingReason::of),
        CardKind.of(row.text("kind")),
        row.text("bin"),
        row.text("last4"),
        row.integer("expiry_month"),
        row.integer("expiry_year"),
        row.optionalText("external_id"),
        row.optionalInstant("activated_at"),
        row.instant("created_at"),
        row.optionalUuid("replaces").map(CardId::new),
        row.integer("sequence_number"),
        row.number("version"));
  }
}
