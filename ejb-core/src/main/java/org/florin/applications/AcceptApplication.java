package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;

/** Takes the bank's offer: opens the account, issues a virtual card, invites to the portal. */
@Stateless
public class AcceptApplication {

  @Inject ApplicationDesk desk;

  /** Which application; a submitter can name only own applications, staff leave it out. */
  public record Command(ApplicationId application, Optional<String> submitter, Actor actor) {}

  /** What came of it. */
  public ApplicationChange handle(Command command) {
    return desk.accept(command);
  }
}
