package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.accounts.AccountBook;
import org.florin.authorization.lifecycle.Message;
import org.florin.authorization.lifecycle.ReversalAmount;

/**
 * Takes back an authorization, or part of it. Never refused for a business reason: what can't be
 * given back any more changes nothing, and what comes before its authorization waits for it.
 */
@Stateless
public class ReverseAuthorization {

  /** What to take back, and who says so. */
  public record Command(
      Original original, ReversalAmount amount, HeldAuthorizations.Origin origin) {}

  @Inject HeldAuthorizations authorizations;
  @Inject NamedCards cards;
  @Inject AccountBook book;
  @Inject ParkedReversals parked;

  /** Done, parked, or unknown if there is neither such an authorization nor such a card. */
  public ElementOutcome handle(Command command) {
    var locked = authorizations.lock(command.original());
    if (locked.isPresent()) {
      return locked.get().account().isEmpty()
          ? new ElementOutcome.Done(locked.get())
          : new ElementOutcome.Done(
              authorizations.apply(
                  locked.get(), new Message.Reversal(command.amount()), command.origin()));
    }
    return switch (command.original()) {
      case Original.ById ignored -> new ElementOutcome.Unknown();
      case Original.ByNetwork byNetwork ->
          cards
              .find(byNetwork.card())
              .map(
                  card -> {
                    book.lock(List.of(card.account()));
                    parked.park(card, byNetwork.network(), command.amount(), command.origin());
                    return (ElementOutcome) new ElementOutcome.Parked();
                  })
              .orElseGet(ElementOutcome.Unknown::new);
    };
  }
}
