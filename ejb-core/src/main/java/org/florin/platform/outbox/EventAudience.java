package org.florin.platform.outbox;

/** Knows who subscribes: what nobody hears needs no way through the broker. */
public interface EventAudience {

  /** Whether any subscriber would take the event. */
  boolean wants(OutboxEvent event);
}
