package org.florin.networks;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.florin.kernel.CurrencyCode;

/** Configuration of this context, checked at start-up. */
@ApplicationScoped
class NetworkSettings {

  private static final String PORT_OF_LINK = "florin.networks.port.";

  @Inject Config config;

  @Inject
  @ConfigProperty(name = "florin.networks.answer-within-millis", defaultValue = "1500")
  long answerWithinMillis;

  @Inject
  @ConfigProperty(name = "florin.networks.journal.queue-length-max", defaultValue = "10000")
  int journalQueueLengthMax;

  @Inject
  @ConfigProperty(name = "florin.networks.journal.keep-days", defaultValue = "35")
  int journalKeepDays;

  @Inject
  @ConfigProperty(name = "florin.networks.resend-pause", defaultValue = "PT5S")
  Duration resendPause;

  @Inject
  @ConfigProperty(name = "florin.networks.queue.compatible", defaultValue = "false")
  boolean queueCompatible;

  @Inject
  @ConfigProperty(name = "florin.networks.queue.currency", defaultValue = "USD")
  String queueCurrency;

  @PostConstruct
  void check() {
    queueCurrency();
    if (answerWithinMillis < 1 || journalQueueLengthMax < 1 || journalKeepDays < 1) {
      throw new IllegalArgumentException("florin.networks: sizes and times must be positive");
    }
    if (resendPause.isNegative() || resendPause.isZero()) {
      throw new IllegalArgumentException("florin.networks.resend-pause: above zero");
    }
  }

  /** How old a request may be when its approval leaves us; later it is taken back. */
  Duration answerWithin() {
    return Duration.ofMillis(answerWithinMillis);
  }

  int journalQueueLengthMax() {
    return journalQueueLengthMax;
  }

  int journalKeepDays() {
    return journalKeepDays;
  }

  /** The pause after a first message that nobody acknowledged; doubles with each further one. */
  Duration resendPause() {
    return resendPause;
  }

  /** The port of a link on this machine, where it is another than the link's own. */
  Optional<Integer> portOf(String link) {
    return config.getOptionalValue(PORT_OF_LINK + link, Integer.class);
  }

  /** Whether the queue's door answers as the old program did, where that can be told apart. */
  boolean isQueueCompatible() {
    return queueCompatible;
  }

  /** The currency of amounts in the queue's messages, which name none. */
  CurrencyCode queueCurrency() {
    return new CurrencyCode(queueCurrency);
  }
}
