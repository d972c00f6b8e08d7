package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;

/** The applicant doesn't want to go on. */
@Stateless
public class WithdrawApplication {

  @Inject ApplicationDesk desk;

  /** Which application; a submitter can name only own applications, staff leave it out. */
  public record Command(ApplicationId application, Optional<String> submitter, Actor actor) {}

  /** What came of it. */
  public ApplicationChange handle(Command command) {
    return desk.withdraw(command);
  }
}
