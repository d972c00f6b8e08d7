package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.cards.CardDesk.Order;
import org.florin.cards.CardDesk.Step;
import org.florin.kernel.Actor;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;

/** Ends a card for good; its number never works again. */
@Stateless
public class CloseCard {

  @Inject CardDesk desk;

  /** Which card and why; an owner can name only own cards. */
  public record Command(
      CardId card, ClosingReason reason, Optional<CustomerId> owner, Actor actor) {}

  /** What came of it. */
  public CardChange handle(Command command) {
    return desk.change(
        new Order(command.card(), command.owner(), command.actor()),
        new Step(
            "close",
            Card.NOT_CLOSED,
            CardState.CLOSED,
            command.reason().word(),
            card -> card.close(command.reason())));
  }
}
