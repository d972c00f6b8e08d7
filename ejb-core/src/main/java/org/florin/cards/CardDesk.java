package org.florin.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.EventId;
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

  CardChange change(Order order, Step step) {
    var found =
        cards
            .lock(order.card())
            .filter(card -> order.owner().map(card.customer()::equals).orElse(true));
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
    var view = card.view();
    var payload =
        JsonParts.object()
            .add("card", view.id().toString())
            .add("account", view.account().toString())
            .add("customer", view.customer().toString())
            .add("status", view.state().word())
            .add("kind", view.kind().word())
            .add("last4", view.last4());
    view.closedReason().ifPresent(why -> payload.add("closed_reason", why.word()));
    return new OutboxEvent(
        EventId.create(),
        before.isEmpty() ? "card.created" : "card." + card.state().word(),
        view.id().toString(),
        Optional.of(view.account()),
        Map.of(),
        payload.build().toString());
  }
}
