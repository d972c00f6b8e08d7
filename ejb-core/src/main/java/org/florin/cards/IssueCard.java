package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.products.CardProduct;

/** Issues a card with a new number in the product's range. A virtual card is active at once. */
@Stateless
public class IssueCard {

  private static final int TRIES_MAX = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Cards cards;
  @Inject CardVault vault;
  @Inject CardDesk desk;
  @Inject BusinessClock clock;

  /** Who gets a card of which product. */
  public record Command(
      AccountId account, CustomerId customer, CardProduct product, CardKind kind, Actor actor) {}

  /** The id of the new card. */
  public CardId handle(Command command) {
    var number = unusedNumber(command.product().bin());
    var expiry = clock.businessDate().plusYears(command.product().cardValidityYears());
    var card =
        Card.issue(
            CardId.create(),
            command.account(),
            command.customer(),
            number,
            expiry.getMonthValue(),
            expiry.getYear(),
            command.kind(),
            clock.now());
    cards.add(card, vault.seal(card.id(), number.digits()), vault.indexOf(number.digits()));
    desk.created(card, command.actor());
    return card.id();
  }

  private CardNumber unusedNumber(String bin) {
    for (var tried = 0; tried < TRIES_MAX; tried++) {
      var number = CardNumber.random(bin, RANDOM);
      if (cards.byNumber(vault.indexOf(number.digits())).isEmpty()) {
        return number;
      }
    }
    throw new IllegalStateException("the number range " + bin + " is all but used up");
  }
}
