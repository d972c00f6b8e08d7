package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.florin.cards.CardDesk.Order;
import org.florin.cards.CardDesk.Step;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;

/** Puts a card that has reached its holder into use. */
@Stateless
public class ActivateCard {

  @Inject CardDesk desk;
  @Inject BusinessClock clock;

  /** Which card; an owner can name only own cards, the bank's staff leave the owner out. */
  public record Command(CardId card, Optional<CustomerId> owner, Actor actor) {}

  /** What came of it. */
  public CardChange handle(Command command) {
    return desk.change(
        new Order(command.card(), command.owner(), command.actor()),
        new Step(
            "activate",
            Set.of(CardState.PENDING_ACTIVATION),
            CardState.ACTIVE,
            "",
            card -> card.activate(clock.now())));
  }
}
