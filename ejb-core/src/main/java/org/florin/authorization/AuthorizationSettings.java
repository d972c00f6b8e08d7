package org.florin.authorization;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Configuration of this context, checked at start-up. */
@ApplicationScoped
class AuthorizationSettings {

  @Inject
  @ConfigProperty(name = "florin.authorization.writers", defaultValue = "1")
  int writers;

  @Inject
  @ConfigProperty(name = "florin.authorization.queue.length-max", defaultValue = "2048")
  int queueLengthMax;

  @Inject
  @ConfigProperty(name = "florin.authorization.batch.size-max", defaultValue = "256")
  int batchSizeMax;

  @Inject
  @ConfigProperty(name = "florin.authorization.deadline-millis", defaultValue = "1500")
  long deadlineMillis;

  @Inject
  @ConfigProperty(name = "florin.authorization.wait-millis-max", defaultValue = "100")
  long waitMillisMax;

  @PostConstruct
  void check() {
    if (writers < 1
        || queueLengthMax < 1
        || batchSizeMax < 1
        || deadlineMillis < 1
        || waitMillisMax < 1) {
      throw new IllegalArgumentException("florin.authorization: sizes must be positive");
    }
  }

  /** How long a request may wait for its decision. */
  Duration deadline() {
    return Duration.ofMillis(deadlineMillis);
  }

  /**
   * How long the first of more than a batch may have waited before further requests are refused.
   */
  Duration waitMax() {
    return Duration.ofMillis(waitMillisMax);
  }

  int writers() {
    return writers;
  }

  int queueLengthMax() {
    return queueLengthMax;
  }

  int batchSizeMax() {
    return batchSizeMax;
  }
}
