package org.florin.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;

/** The transaction around one change of a card: lock, step, history, event, audit. */
@ApplicationScoped
@Transactional
class CardDesk {

  @Inject Cards cards;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject BusinessClock clock;

  /** Which card, for whom, by whom. An owner sees only own cards. */
  record Order(CardId card, Optional<CustomerId> owner, Actor actor) {}

  /** What to do: from which states to which, and how. */
  record Step(
      String verb, Set<CardState> from, CardState to, String reason, Consumer<Card> change) {}

  /** The card, locked, if the one who asks may have it. */
  Optional<Card> find(Order order) {
    return cards
        .lock(order.card())
        .filter(card -> order.owner().map(card.customer()::equals).orElse(true));
  }

  CardChange change(Order order, Step step) {
    var found = find(order);
    if (found.isEmpty()) {
      return new CardChange.NotFound(order.card());
    }
    var card = found.get();
    if (card.state() == step.to()) {
      return new CardChange.Done(card.view());
    }
    if (!step.from().contains(card.state())) {
      audit.record(
          AuditEntry.refused(
              order.actor().name(),
              order.actor().channel(),
              "card." + step.verb(),
              order.card().toString(),
              "state is " + card.state().word()));
      return new CardChange.Refused(card.view(), step.to());
    }
    var before = card.state();
    step.change().accept(card);
    record(card, Optional.of(before), "card." + step.verb(), step.reason(), order.actor());
    return new CardChange.Done(card.view());
  }

  void close(Card card, ClosingReason reason, Actor actor) {
    var before = card.state();
    card.close(reason);
    record(card, Optional.of(before), "card.close", reason.word(), actor);
  }

  /** Notes that a card takes the place of another, or of itself under the same number. */
  void replaced(Card old, Card replacement, ReplacementReason reason, Actor actor) {
    audit.record(
        AuditEntry.done(
            actor.name(),
            actor.channel(),
            "card.replace",
            old.id().toString(),
            reason.word() + " " + replacement.id()));
    outbox.append(
        event(
            "card.replaced",
            old,
            payload(old)
                .add("reason", reason.word())
                .add("replacement", replacement.id().toString())));
  }

  void created(Card card, Actor actor) {
    record(card, Optional.empty(), "card.create", "", actor);
  }

  /** The same for many cards, in one go. */
  void created(Database connection, List<Card> created, Actor actor) {
    cards.noteCreated(connection, created, clock.now(), actor);
    audit.recordAll(
        connection, created.stream().map(card -> entry(card, "card.create", actor)).toList());
    outbox.appendAll(
        connection, created.stream().map(card -> event(card, Optional.empty())).toList());
  }

  private void record(
      Card card, Optional<CardState> before, String action, String reason, Actor actor) {
    cards.note(card.id(), clock.now(), before, card.state(), reason, actor);
    audit.record(entry(card, action, actor));
    outbox.append(event(card, before));
  }

  private static AuditEntry entry(Card card, String action, Actor actor) {
    return AuditEntry.done(
        actor.name(), actor.channel(), action, card.id().toString(), card.state().word());
  }

  private static OutboxEvent event(Card card, Optional<CardState> before) {
    var payload = payload(card);
    card.view().closedReason().ifPresent(why -> payload.add("closed_reason", why.word()));
    return event(before.isEmpty() ? "card.created" : "card." + card.state().word(), card, payload);
  }

  private static OutboxEvent event(String type, Card card, JsonObjectBuilder payload) {
    return OutboxEvent.of(type, card.id().toString(), card.account(), payload.build().toString());
  }

  private static JsonObjectBuilder payload(Card card) {
    var view = card.view();
    return JsonParts.object()
        .add("card", view.id().toString())
        .add("account", view.account().toString())
        .add("customer", view.customer().toString())
        .add("status", view.state().word())
        .add("kind", view.kind().word())
        .add("last4", view.last4());
  }
}
