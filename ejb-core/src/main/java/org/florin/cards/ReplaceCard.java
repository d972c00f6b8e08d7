package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.cards.CardDesk.Order;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.products.CardProduct;

/**
 * Gives the holder of a card another one. A lost, stolen or compromised number is dead at once and
 * the new card has a new number and the old one's controls; a damaged card or one that is renewed
 * keeps its number, so that merchants who have it on file go on.
 */
@Stateless
public class ReplaceCard {

  @Inject Cards cards;
  @Inject CardDesk desk;
  @Inject IssueCard issue;
  @Inject BusinessClock clock;
  @Inject Event<CardReplaced> replaced;

  /**
   * Which card and why; an owner can name only own cards.
   *
   * @param product of the card's account: range of the new number, validity
   */
  public record Command(
      CardId card,
      ReplacementReason reason,
      CardProduct product,
      Optional<CustomerId> owner,
      Actor actor) {}

  /**
   * The card that counts from now on. A card that was replaced before answers with its replacement.
   */
  public CardChange handle(Command command) {
    var order = new Order(command.card(), command.owner(), command.actor());
    var found = desk.find(order);
    if (found.isEmpty()) {
      return new CardChange.NotFound(command.card());
    }
    var card = found.get();
    var replacement = cards.replacementOf(card.id());
    if (replacement.isPresent()) {
      return new CardChange.Done(replacement.get());
    }
    var closes = command.reason().closes();
    return closes.isPresent()
        ? withAnotherNumber(command, card, closes.get())
        : underItsNumber(command, order, card);
  }

  private CardChange withAnotherNumber(Command command, Card card, ClosingReason reason) {
    if (card.state() == CardState.CLOSED && !card.isNumberGone()) {
      return new CardChange.Refused(card.view(), CardState.ACTIVE);
    }
    if (card.state() != CardState.CLOSED) {
      desk.close(card, reason, command.actor());
    }
    var kind = card.view().kind();
    var id =
        issue.handle(
            new IssueCard.Command(
                card.account(), card.customer(), command.product(), kind, command.actor()));
    var fresh = cards.lock(id).orElseThrow();
    fresh.takesPlaceOf(card.id());
    desk.replaced(card, fresh, command.reason(), command.actor());
    replaced.fire(new CardReplaced(card.id(), id));
    return new CardChange.Done(fresh.view());
  }

  private CardChange underItsNumber(Command command, Order order, Card card) {
    if (card.state() == CardState.CLOSED) {
      return new CardChange.Refused(card.view(), CardState.ACTIVE);
    }
    var validUntil =
        command.reason() == ReplacementReason.RENEWAL
            ? Optional.of(clock.businessDate().plusYears(command.product().cardValidityYears()))
            : Optional.<LocalDate>empty();
    card.reissue(validUntil);
    desk.replaced(card, card, command.reason(), order.actor());
    return new CardChange.Done(card.view());
  }
}
