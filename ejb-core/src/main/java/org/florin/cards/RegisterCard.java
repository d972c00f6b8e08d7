package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/** Takes over a card that another system issued, with its number. A known number keeps its card. */
@Stateless
public class RegisterCard {

  @Inject Cards cards;
  @Inject CardVault vault;
  @Inject CardDesk desk;
  @Inject BusinessClock clock;

  /** The card to take over; an inactive one is taken over as closed. */
  public record Command(
      AccountId account,
      CustomerId customer,
      String pan,
      int expiryMonth,
      int expiryYear,
      boolean active,
      @Nullable String externalId,
      Actor actor) {

    @Override
    public String toString() {
      return "RegisterCard.Command[" + account + "]";
    }
  }

  /**
   * The id of the card, new or known.
   *
   * @throws IllegalArgumentException if the number isn't a card number
   */
  public CardId handle(Command command) {
    var number = new CardNumber(command.pan());
    var index = vault.indexOf(number.digits());
    var known = cards.byNumber(index);
    if (known.isPresent()) {
      return known.get();
    }
    var card =
        Card.takeOver(
            CardId.create(),
            command.account(),
            command.customer(),
            number,
            command.expiryMonth(),
            command.expiryYear(),
            command.active(),
            command.externalId(),
            clock.now());
    cards.add(card, vault.seal(card.id(), number.digits()), index);
    desk.created(card, command.actor());
    return card.id();
  }
}
