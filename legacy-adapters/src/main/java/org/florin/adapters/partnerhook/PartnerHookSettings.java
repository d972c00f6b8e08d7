package org.florin.adapters.partnerhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How partners are reached. */
@Dependent
class PartnerHookSettings {

  /** Whether addresses of this machine may be called, also without TLS; for development only. */
  @Inject
  @ConfigProperty(name = "florin.partnerhook.loopback-allowed", defaultValue = "false")
  boolean loopbackAllowed;

  @Inject
  @ConfigProperty(name = "florin.partnerhook.connect-timeout", defaultValue = "PT1S")
  Duration connectTimeout;
}
