package org.florin.api.simulate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.networks.SimulatedWorld;

/** The one condition under which anything is simulated. */
@RequestScoped
class Sandbox {

  @Inject Caller caller;
  @Inject SimulatedWorld world;

  /**
   * Goes on where something is simulated, for a sandbox partner.
   *
   * @throws Problem 404 elsewhere, as if there were no such path
   */
  void enter() {
    if (!caller.client().sandbox() || !world.isThere()) {
      throw Problem.notFound();
    }
  }
}
