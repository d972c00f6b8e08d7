package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;

/**
 * Takes back an authorization, or part of it. Never refused for a business reason: what can't be
 * given back any more changes nothing.
 */
@Stateless
public class ReverseAuthorization {

  /**
   * @param amountMinor how much to give back, in minor units of the authorization; empty for all
   */
  public record Command(
      AuthorizationId authorization,
      Optional<Long> amountMinor,
      HeldAuthorizations.Origin origin) {}

  @Inject HeldAuthorizations authorizations;

  /** The authorization as it now is; empty if there is none. */
  public Optional<AuthorizationSnapshot> handle(Command command) {
    return authorizations
        .lock(command.authorization())
        .map(
            locked ->
                authorizations.reverse(
                    locked,
                    command
                        .amountMinor()
                        .map(minor -> new Money(minor, locked.held().currency()))
                        .orElse(locked.held()),
                    command.origin()));
  }
}
