package org.florin.routes.iso8583;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the gateway listens and how patient it is. */
@Dependent
class GatewaySettings {

  @Inject
  @ConfigProperty(name = "florin.networks.bind-address", defaultValue = "127.0.0.1")
  String bindAddress;

  /** How long the rest of a frame may take once its first byte has come. */
  @Inject
  @ConfigProperty(name = "florin.networks.frame-time", defaultValue = "PT10S")
  Duration frameTime;

  /** Unanswered echoes after which a connection counts as dead. */
  @Inject
  @ConfigProperty(name = "florin.networks.echo-missed-max", defaultValue = "3")
  int echoMissedMax;
}
