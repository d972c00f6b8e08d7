package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;

/** Makes somebody who works for the bank a user. A known user name stays as it is. */
@Stateless
public class EnrolStaff {

  @Inject AccessDesk desk;
  @Inject PasswordHasher hasher;

  /** Who, in which role. */
  public record Command(Role role, String username, String password, Actor actor) {

    @Override
    public String toString() {
      return "EnrolStaff.Command[" + role + "]";
    }
  }

  /** The user, new or known. */
  public PortalUserView handle(Command command) {
    return desk.enrol(
        command.username(),
        command.role(),
        Optional.empty(),
        desk.isTaken(command.username()) ? "" : hasher.hash(command.password()),
        command.actor());
  }
}
