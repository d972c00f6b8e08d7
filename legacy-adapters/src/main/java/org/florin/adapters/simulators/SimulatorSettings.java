package org.florin.adapters.simulators;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the simulators are steered; nothing is simulated where it is not set. */
@Dependent
class SimulatorSettings {

  @Inject
  @ConfigProperty(name = "florin.simulators.url")
  Optional<URI> url;
}
