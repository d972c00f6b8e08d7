package org.florin.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Lets a user in by password. Unknown, wrong, locked and disabled get the same answer after the
 * same work; the slow hash is computed outside any transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

  @Inject AccessDesk desk;
  @Inject PasswordHasher hasher;
  @Inject DecoyHash decoy;

  /** Who says to be who, from which network address. */
  public record Command(String username, String password, String address) {

    @Override
    public String toString() {
      return "SignIn.Command[…]";
    }
  }

  @PostConstruct
  void prepare() {
    decoy.value();
  }

  /** The user who is in now; empty means no, whatever the reason. */
  public Optional<PortalUserView> handle(Command command) {
    var candidate = desk.candidate(command.username());
    var hash = candidate.map(AccessDesk.Candidate::passwordHash).orElseGet(decoy::value);
    var right =
        command.password().length() <= PasswordPolicy.LENGTH_MAX * 2
            && hasher.matches(command.password(), hash);
    if (candidate.isEmpty()) {
      desk.unknown(command.address());
      return Optional.empty();
    }
    var newHash =
        right && hasher.isOutdated(hash)
            ? Optional.of(hasher.hash(command.password()))
            : Optional.<String>empty();
    return desk.attempted(candidate.get().id(), right, newHash, command.address());
  }
}
