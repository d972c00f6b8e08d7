package org.florin.routes.cardqueue;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the queue's door behaves. */
@Dependent
class CardQueueSettings {

  /** Where messages go that are no requests, with their cause. */
  @Inject
  @ConfigProperty(
      name = "florin.networks.queue.dead-letters",
      defaultValue = "FLORIN.AUTH.DEADLETTER")
  String deadLetters;

  /** How long a reply is of use to anybody. */
  @Inject
  @ConfigProperty(name = "florin.networks.queue.reply-time-to-live", defaultValue = "PT5S")
  Duration replyTimeToLive;

  /** Requests that may be under way at a time; more wait in the queue. */
  @Inject
  @ConfigProperty(name = "florin.networks.queue.in-flight-count-max", defaultValue = "256")
  int inFlightCountMax;
}
