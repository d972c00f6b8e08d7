package org.florin.api.simulate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the simulated outside world is steered; nothing is simulated where it is not set. */
@Dependent
class SimulateSettings {

  @Inject
  @ConfigProperty(name = "florin.simulators.url")
  Optional<URI> simulators;
}
