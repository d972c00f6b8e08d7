package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.CustomerId;

/** Makes a customer a user of the portal, by the bank's hand. A known user name stays as it is. */
@Stateless
public class EnrolUser {

  @Inject AccessDesk desk;
  @Inject PasswordHasher hasher;

  /** Which customer, under which name. */
  public record Command(CustomerId customer, String username, String password, Actor actor) {

    @Override
    public String toString() {
      return "EnrolUser.Command[" + customer + "]";
    }
  }

  /** The user, new or known. */
  public PortalUserView handle(Command command) {
    return desk.enrol(
        command.username(),
        Role.CARDHOLDER,
        Optional.of(command.customer()),
        desk.isTaken(command.username()) ? "" : hasher.hash(command.password()),
        command.actor());
  }
}
