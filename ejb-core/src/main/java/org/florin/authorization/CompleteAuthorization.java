package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.authorization.lifecycle.Message;

/**
 * Takes the final amount of what was authorized by estimate, as a fuel pump's advice after filling.
 * Never refused: the goods are gone.
 */
@Stateless
public class CompleteAuthorization {

  /**
   * @param amountMinor the final amount, zero or more, in minor units of the authorization
   */
  public record Command(Original original, long amountMinor, HeldAuthorizations.Origin origin) {
    public Command {
      if (amountMinor < 0) {
        throw new IllegalArgumentException("a final amount is zero or more");
      }
    }
  }

  @Inject HeldAuthorizations authorizations;

  /** Done, or unknown: then the completion is itself an advice of a new payment. */
  public ElementOutcome handle(Command command) {
    return authorizations
        .lock(command.original())
        .filter(locked -> locked.account().isPresent())
        .<ElementOutcome>map(
            locked ->
                new ElementOutcome.Done(
                    authorizations.apply(
                        locked, new Message.Completion(command.amountMinor()), command.origin())))
        .orElseGet(ElementOutcome.Unknown::new);
  }
}
