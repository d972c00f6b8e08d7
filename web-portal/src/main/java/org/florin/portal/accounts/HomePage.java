package org.florin.portal.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.accounts.AccountView;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.FindAuthorizations;
import org.florin.cards.CardState;
import org.florin.cards.CardView;
import org.florin.cards.FindCards;
import org.florin.customers.FindCustomers;
import org.florin.portal.session.CurrentUser;
import org.jspecify.annotations.Nullable;

/** A cardholder's first look: owed, pending, available, the card, the latest transactions. */
@Named
@RequestScoped
public class HomePage {

  private static final int POSTED_SHOWN = 6;
  private static final int CARDS_SHOWN = 1;

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject FindCustomers customers;
  @Inject FindCards findCards;
  @Inject FindAuthorizations authorizations;

  private @Nullable AccountView account;
  private @Nullable AccountFigures figures;
  private List<CardView> cards = List.of();
  private List<AuthorizationSnapshot> pending = List.of();
  private List<PostedLine> posted = List.of();
  private String firstName = "";

  @PostConstruct
  void open() {
    var customer = user.customer();
    firstName = customers.byId(customer).map(each -> each.details().firstName()).orElse("");
    var found = accounts.of(customer);
    if (found.isEmpty()) {
      return;
    }
    account = found.get();
    figures = AccountFigures.of(account);
    pending = authorizations.openHolds(account.id());
    posted = accounts.posted(account.id(), Long.MAX_VALUE, POSTED_SHOWN);
    cards =
        findCards.byCustomer(customer).stream()
            .filter(card -> card.state() != CardState.CLOSED)
            .limit(CARDS_SHOWN)
            .toList();
  }

  public @Nullable AccountView getAccount() {
    return account;
  }

  public @Nullable AccountFigures getFigures() {
    return figures;
  }

  public List<CardView> getCards() {
    return cards;
  }

  public List<AuthorizationSnapshot> getPending() {
    return pending;
  }

  public List<PostedLine> getPosted() {
    return posted;
  }

  public String getFirstName() {
    return firstName;
  }
}
