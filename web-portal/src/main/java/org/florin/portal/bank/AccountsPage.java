package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.applications.FindApplications;
import org.florin.cards.FindCards;
import org.florin.customers.CustomerProfile;
import org.florin.customers.FindCustomers;
import org.florin.kernel.AccountId;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;

/** Finds accounts by whatever a caller has at hand. */
@Named
@ViewScoped
public class AccountsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_SHOWN = 100;

  @Inject FindAccounts findAccounts;
  @Inject FindCards cards;
  @Inject FindCustomers customers;
  @Inject FindApplications applications;

  private transient List<AccountView> accounts = List.of();
  private String words = "";
  private boolean searched;

  @PostConstruct
  void open() {
    accounts = findAccounts.page(Optional.empty(), NEWEST_SHOWN);
  }

  /** Looks the words up, as an id first, then as a legacy number, then as a person. */
  public void search() {
    var text = words.strip();
    searched = !text.isEmpty();
    if (!searched) {
      open();
      return;
    }
    Map<AccountId, AccountView> found = new LinkedHashMap<>();
    Stream.of(byId(text), findAccounts.byExternalId(text), byPerson(text))
        .flatMap(List::stream)
        .forEach(account -> found.put(account.id(), account));
    accounts = List.copyOf(found.values());
  }

  private List<AccountView> byId(String text) {
    try {
      if (text.startsWith("acct_")) {
        return findAccounts.byId(AccountId.parse(text)).stream().toList();
      }
      if (text.startsWith("card_")) {
        return cards
            .byId(CardId.parse(text))
            .flatMap(card -> findAccounts.byId(card.account()))
            .stream()
            .toList();
      }
      if (text.startsWith("cus_")) {
        return findAccounts.ofCustomer(CustomerId.parse(text));
      }
      if (text.startsWith("app_")) {
        return applications
            .byId(ApplicationId.parse(text))
            .flatMap(application -> application.account())
            .flatMap(findAccounts::byId)
            .stream()
            .toList();
      }
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private List<AccountView> byPerson(String text) {
    return Stream.of(customers.byEmail(text), customers.byTaxId(text), customers.byName(text))
        .flatMap(List::stream)
        .map(CustomerProfile::id)
        .distinct()
        .flatMap(customer -> findAccounts.ofCustomer(customer).stream())
        .toList();
  }

  public List<AccountView> getAccounts() {
    return accounts;
  }

  public boolean isSearched() {
    return searched;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
