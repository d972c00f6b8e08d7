package org.florin.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.EventId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;

/** What is told of an application's steps: its history, the audit trail, the outbox. */
@ApplicationScoped
class ApplicationJournal {

  @Inject Applications applications;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject BusinessClock clock;

  /** The application came from that status. */
  void moved(CreditApplication application, ApplicationStatus from, Actor actor, String reason) {
    applications.note(
        application.id(), clock.now(), Optional.of(from), application.status(), actor, reason);
    record(application, actor, "application." + application.status().word(), reason);
  }

  void record(CreditApplication application, Actor actor, String action, String details) {
    audit.record(
        AuditEntry.done(
            actor.name(), actor.channel(), action, application.id().toString(), details));
  }

  void refused(ApplicationId application, Actor actor, String action, String details) {
    audit.record(
        AuditEntry.refused(actor.name(), actor.channel(), action, application.toString(), details));
  }

  /** Publishes an event. */
  void tell(CreditApplication application, String type) {
    var view = application.view();
    var payload =
        JsonParts.object()
            .add("application", view.id().toString())
            .add("status", view.status().word())
            .add("product", view.product());
    view.decision().ifPresent(decision -> payload.add("outcome", decision.outcome()));
    view.customer().ifPresent(customer -> payload.add("customer", customer.toString()));
    view.account().map(AccountId::toString).ifPresent(id -> payload.add("account", id));
    view.card().ifPresent(card -> payload.add("card", card.toString()));
    outbox.append(
        new OutboxEvent(
            EventId.create(),
            type,
            view.id().toString(),
            view.account(),
            Map.of(),
            payload.build().toString()));
  }
}
