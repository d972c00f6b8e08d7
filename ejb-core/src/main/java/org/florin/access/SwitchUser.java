package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.UserId;

/** Disables a user, which ends every session at the next request, or enables and unlocks one. */
@Stateless
public class SwitchUser {

  @Inject AccessDesk desk;

  /** Whom, by whom in which role; nobody switches themselves. */
  public record Command(UserId user, boolean enabled, Role role, Actor actor) {}

  /** The user as they are now; empty if unknown or not allowed. */
  public Optional<PortalUserView> handle(Command command) {
    if (command.role() != Role.ADMIN || command.actor().name().equals(command.user().toString())) {
      return Optional.empty();
    }
    return desk.switchUser(command.user(), command.enabled(), command.actor());
  }
}
