package org.florin.api.disputes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.api.json.Ids;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.disputes.DisputeView;
import org.florin.disputes.FindDisputes;
import org.florin.kernel.DisputeId;

/** The disputes that the present caller opened. */
@RequestScoped
class OwnDisputes {

  @Inject Caller caller;
  @Inject FindDisputes find;

  /**
   * @throws Problem 404 if there is none with that id, or it is somebody else's
   */
  DisputeView get(String id) {
    return find.byId(Ids.of(id, DisputeId::parse))
        .filter(dispute -> dispute.client().equals(Optional.of(caller.id())))
        .orElseThrow(Problem::notFound);
  }
}
