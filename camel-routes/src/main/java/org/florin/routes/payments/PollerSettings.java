package org.florin.routes.payments;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a payment counts as stuck. */
@Dependent
class PollerSettings {

  @Inject
  @ConfigProperty(name = "florin.payments.inquire-after", defaultValue = "PT15S")
  Duration inquireAfter;

  @Inject
  @ConfigProperty(name = "florin.payments.inquire-count-max", defaultValue = "200")
  int inquireCountMax;
}
