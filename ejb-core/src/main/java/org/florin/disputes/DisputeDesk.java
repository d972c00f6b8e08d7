package org.florin.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.florin.accounts.AccountBook;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.DisputeId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;

/** The transaction of a step: lock, check the table, move money, keep, tell. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DisputeDesk {

  /**
   * What is to be done.
   *
   * @param note for the history, said to nobody outside the bank
   */
  record Order(DisputeId dispute, DisputeStep step, String note, Actor actor) {}

  /** What a step does to the dispute beside its state. */
  record Effect(Liability liability, long creditedMinor) {}

  @Inject Disputes disputes;
  @Inject AccountBook book;
  @Inject BusinessClock clock;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** The dispute with its account locked before it. */
  Optional<DisputeView> lock(DisputeId id) {
    disputes.find(id).ifPresent(dispute -> book.lock(List.of(dispute.account())));
    return disputes.lock(id);
  }

  /** Takes a step of a locked dispute, if the table has it. */
  DisputeOutcome take(DisputeView dispute, Order order, Function<DisputeView, Effect> work) {
    var next = DisputeStatePolicy.next(dispute.state(), order.step());
    if (next.isEmpty()) {
      return new DisputeOutcome.NotPossible(
          dispute, "It is " + dispute.state().code() + ": that step can't be taken.");
    }
    var effect = work.apply(dispute);
    disputes.change(
        dispute.id(), next.get(), effect.liability(), effect.creditedMinor(), clock.now());
    var changed = disputes.lock(dispute.id()).orElseThrow();
    note(changed, order);
    return new DisputeOutcome.Done(changed);
  }

  /** Keeps the step and tells of it. */
  void note(DisputeView dispute, Order order) {
    disputes.addStep(dispute, order.step(), today(), order.actor(), order.note());
    outbox.append(event(dispute));
    audit.record(
        AuditEntry.done(
            order.actor().name(),
            order.actor().channel(),
            "dispute." + order.step().code(),
            dispute.id().toString(),
            dispute.account() + " " + dispute.amount()));
  }

  LocalDate today() {
    return clock.businessDate();
  }

  private static OutboxEvent event(DisputeView dispute) {
    var state = dispute.state();
    var type =
        state == DisputeState.RECEIVED ? "opened" : state.isOpen() ? state.code() : "resolved";
    return OutboxEvent.of(
        "dispute." + type,
        dispute.id().toString(),
        dispute.account(),
        JsonParts.object()
            .add("dispute", dispute.id().toString())
            .add("account", dispute.account().toString())
            .add("transaction", dispute.transaction().toString())
            .add("reason", dispute.reason().code())
            .add("outcome", state.code())
            .add("amount", dispute.liability().originalMinor())
            .add("credited", dispute.creditedMinor())
            .add("remaining", dispute.liability().remainingMinor())
            .add("currency", dispute.currency().code())
            .build()
            .toString());
  }
}
