package org.florin.routes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the relay works. */
@Dependent
class RelaySettings {

  /** Events in one transaction of the relay. */
  @Inject
  @ConfigProperty(name = "florin.relay.batch-count-max", defaultValue = "500")
  int batchCountMax;

  /** How long the relay sleeps when nothing wakes it. */
  @Inject
  @ConfigProperty(name = "florin.relay.sweep-interval", defaultValue = "PT2S")
  Duration sweepInterval;

  /** Pause after a failure, so that a broken broker is not asked without end. */
  @Inject
  @ConfigProperty(name = "florin.relay.failure-pause", defaultValue = "PT1S")
  Duration failurePause;

  /** How long one node may be the relay without saying so again. */
  @Inject
  @ConfigProperty(name = "florin.relay.lease", defaultValue = "PT15S")
  Duration lease;
}
