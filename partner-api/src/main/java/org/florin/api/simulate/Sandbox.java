package org.florin.api.simulate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;

/** The one condition under which anything is simulated. */
@RequestScoped
class Sandbox {

  @Inject Caller caller;
  @Inject SimulateSettings settings;

  /**
   * Where the simulators are steered.
   *
   * @throws Problem 404 unless the partner is a sandbox one and simulators run
   */
  URI simulators() {
    if (!caller.client().sandbox()) {
      throw Problem.notFound();
    }
    return settings.simulators.orElseThrow(Problem::notFound);
  }
}
