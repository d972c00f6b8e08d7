package org.florin.routes;

import jakarta.enterprise.context.ApplicationScoped;
import org.florin.platform.outbox.EventAudience;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.routes.notifications.NotificationsInbox;

/**
 * Keeps decisions on everyday purchases off the broker: by far the most events, and no subscription
 * selects them. They stay in the outbox. Everything else is published.
 */
@ApplicationScoped
class SubscribedEvents implements EventAudience {

  @Override
  public boolean wants(OutboxEvent event) {
    return switch (event.type()) {
      case "authorization.approved", "authorization.declined" ->
          NotificationsInbox.hearsPurchase(event);
      default -> true;
    };
  }
}
