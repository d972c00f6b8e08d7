package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;

/** Answers which cards there are. */
@Stateless
public class FindCards {

  private static final int CARDS_MAX = 100;

  @Inject Cards cards;
  @Inject CardVault vault;

  /** Which cards to list; what is empty matches all. Newest first, behind {@code after}. */
  public record Filter(
      Optional<AccountId> account,
      Optional<CustomerId> customer,
      Optional<CardState> state,
      Optional<String> externalId,
      Optional<CardId> after) {

    /** Every card. */
    public static Filter all() {
      return new Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Filter ofAccount(AccountId account) {
      return new Filter(
          Optional.of(account),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static Filter ofCustomer(CustomerId customer) {
      return new Filter(
          Optional.empty(),
          Optional.of(customer),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** One card. */
  public Optional<CardView> byId(CardId id) {
    return cards.find(id).map(Card::view);
  }

  /** The card that carries this number. */
  public Optional<CardView> byNumber(String pan) {
    return cards.byNumber(vault.indexOf(pan)).flatMap(this::byId);
  }

  /** The cards of an account, newest first. */
  public List<CardView> byAccount(AccountId account) {
    return cards.page(Filter.ofAccount(account), CARDS_MAX);
  }

  /** The cards a person holds, newest first. */
  public List<CardView> byCustomer(CustomerId customer) {
    return cards.page(Filter.ofCustomer(customer), CARDS_MAX);
  }

  /** Up to {@code countMax} cards, newest first. */
  public List<CardView> page(Filter filter, int countMax) {
    return cards.page(filter, countMax);
  }
}
