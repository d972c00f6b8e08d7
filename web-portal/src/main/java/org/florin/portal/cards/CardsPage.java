package org.florin.portal.cards;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.cards.ActivateCard;
import org.florin.cards.CardChange;
import org.florin.cards.CardView;
import org.florin.cards.FindCards;
import org.florin.cards.PauseCard;
import org.florin.cards.ReplaceCard;
import org.florin.cards.ReplacementReason;
import org.florin.cards.ResumeCard;
import org.florin.kernel.BusinessClock;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.products.FindProducts;

/** A cardholder's cards, each with its switch. */
@Named
@ViewScoped
public class CardsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject CurrentUser user;
  @Inject FindCards findCards;
  @Inject FindAccounts accounts;
  @Inject PauseCard pauseCard;
  @Inject ResumeCard resumeCard;
  @Inject ActivateCard activateCard;
  @Inject ReplaceCard replaceCard;
  @Inject FindProducts products;
  @Inject BusinessClock clock;

  private transient List<CardView> cards = List.of();

  @PostConstruct
  void open() {
    cards = findCards.byCustomer(user.customer());
  }

  public void pause(CardView card) {
    show(
        pauseCard.handle(
            new PauseCard.Command(card.id(), Optional.of(user.customer()), user.actor())),
        "Paused. New purchases are declined until you use the card again.");
  }

  public void resume(CardView card) {
    show(
        resumeCard.handle(
            new ResumeCard.Command(card.id(), Optional.of(user.customer()), user.actor())),
        "The card works again.");
  }

  public void activate(CardView card) {
    show(
        activateCard.handle(
            new ActivateCard.Command(card.id(), Optional.of(user.customer()), user.actor())),
        "The card is active.");
  }

  /** Another card for one that is lost, stolen or damaged. */
  public void replace(CardView card, String reason) {
    var product =
        accounts
            .byId(card.account())
            .flatMap(account -> products.byCode(account.productCode(), clock.businessDate()));
    if (product.isEmpty()) {
      Messages.failed("Your card's product is no longer issued. Please call us.");
      return;
    }
    var why = ReplacementReason.valueOf(reason);
    show(
        replaceCard.handle(
            new ReplaceCard.Command(
                card.id(), why, product.get(), Optional.of(user.customer()), user.actor())),
        why.closes().isPresent()
            ? "The old card is closed for good. Your new card has a new number and works at once if it is virtual."
            : "A new card under the same number is on its way. This one works until it comes.");
  }

  private void show(CardChange change, String done) {
    switch (change) {
      case CardChange.Done ok -> Messages.done(done);
      case CardChange.Refused refused -> Messages.failed("The card's state doesn't allow that.");
      case CardChange.NotFound unknown -> Messages.failed("There is no such card.");
    }
    open();
  }

  public List<CardView> getCards() {
    return cards;
  }

  /** The product of the card's account, for its art. */
  public String productCode(CardView card) {
    return accounts.byId(card.account()).map(AccountView::productCode).orElse("");
  }
}
