package org.florin.api.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.florin.api.json.Ids;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.applications.ApplicationView;
import org.florin.applications.FindApplications;
import org.florin.kernel.ApplicationId;

/** The applications that the caller submitted; there are no others for it. */
@ApplicationScoped
class OwnApplications {

  @Inject Caller caller;
  @Inject FindApplications find;

  /**
   * One of them.
   *
   * @throws Problem 404 if there is none
   */
  ApplicationView byId(String id) {
    return find.byId(Ids.of(id, ApplicationId::parse))
        .filter(application -> application.submittedBy().equals(caller.actor().name()))
        .orElseThrow(Problem::notFound);
  }
}
