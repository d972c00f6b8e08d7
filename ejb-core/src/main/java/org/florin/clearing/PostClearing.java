package org.florin.clearing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.accounts.FindAccounts;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.HeldAuthorizations;
import org.florin.authorization.Merchant;
import org.florin.authorization.NamedCards;
import org.florin.authorization.NamedCards.NamedCard;
import org.florin.authorization.NetworkReference;
import org.florin.authorization.rules.RuleBook;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journal;
import org.florin.ledger.PostingKind;

/**
 * Books a presentment of the network, with its authorization if there is one. Always posts; only a
 * presentment that was booked before, or one nobody can book, has no effect.
 */
@Stateless
public class PostClearing {

  /**
   * @param authorization where the presenter names it
   * @param amount above zero; a refund credits the account
   * @param kind purchase, cash advance, quasi cash or refund
   * @param last no further clearing follows
   * @param sequence which of several clearings this is, from 1
   * @param acquirerReference the acquirer's reference number, unique for ever (23 digits)
   * @param authorizationCode what the merchant was given with the approval
   * @param presenter whose external id it is
   */
  public record Command(
      CardReference card,
      Optional<AuthorizationId> authorization,
      Money amount,
      PostingKind kind,
      boolean last,
      Optional<Integer> sequence,
      Merchant merchant,
      Optional<NetworkReference> network,
      Optional<String> acquirerReference,
      Optional<String> authorizationCode,
      Optional<String> externalId,
      String presenter,
      HeldAuthorizations.Origin origin) {
    public Command {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("a presentment is above zero");
      }
    }
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** Booked now. */
    record Posted(Journal.Booked transaction) implements Outcome {}

    /** Booked before; nothing was done. */
    record Duplicate(TransactionId original) implements Outcome {}

    /** The bank has no such card; nothing was done. */
    record CardUnknown() implements Outcome {}

    /** The card has no such authorization; nothing was done. */
    record AuthorizationUnknown() implements Outcome {}

    /** The account is in another currency; nothing was done. */
    record CurrencyUnknown(String accountCurrency) implements Outcome {}
  }

  @Inject NamedCards cards;
  @Inject AccountBook book;
  @Inject FindAccounts accounts;
  @Inject FindAuthorizations find;
  @Inject ClearingDesk desk;
  @Inject Journal journal;
  @Inject RuleBook rules;
  @Inject ClearingSettings settings;
  @Inject BusinessClock clock;

  public Outcome handle(Command command) {
    var card = cards.find(command.card());
    if (card.isEmpty()) {
      return new Outcome.CardUnknown();
    }
    var account = card.get().account();
    book.lock(List.of(account));
    var currency = accounts.byId(account).orElseThrow().creditLimit().currency();
    if (!currency.equals(command.amount().currency())) {
      return new Outcome.CurrencyUnknown(currency.code());
    }
    var naturalKey = ClearingKeyPolicy.naturalKey(command);
    var before = journal.findByNaturalKey(naturalKey);
    if (before.isPresent()) {
      return new Outcome.Duplicate(before.get());
    }
    var original = original(command, card.get());
    if (command.authorization().isPresent() && original.isEmpty()) {
      return new Outcome.AuthorizationUnknown();
    }
    return desk.book(presentment(command, card.get(), naturalKey), original)
        .flatMap(journal::find)
        .<Outcome>map(Outcome.Posted::new)
        .orElseThrow();
  }

  /** In order: named, by the network's id, by the code the merchant was given. */
  private Optional<AuthorizationSnapshot> original(Command command, NamedCard card) {
    if (command.authorization().isPresent()) {
      return find.byId(command.authorization().get())
          .filter(found -> found.card().filter(card.card()::equals).isPresent())
          .filter(found -> fits(found, command));
    }
    return byNetwork(command, card)
        .or(() -> byCode(command, card))
        .flatMap(find::byId)
        .filter(found -> fits(found, command));
  }

  private Optional<AuthorizationId> byNetwork(Command command, NamedCard card) {
    return command
        .network()
        .filter(network -> network.transactionId().isPresent())
        .flatMap(network -> find.byNetwork(card.card(), card.account(), network));
  }

  private Optional<AuthorizationId> byCode(Command command, NamedCard card) {
    var since = clock.now().minus(settings.matchWindow());
    return command
        .authorizationCode()
        .map(code -> find.byCode(card.card(), card.account(), code, since))
        .flatMap(
            candidates ->
                MatchingPolicy.match(
                    candidates,
                    command.merchant(),
                    command.amount(),
                    rules.current().tolerance(command.merchant().category())))
        .map(AuthorizationSnapshot::id);
  }

  /** A credit to come takes credits only; a payment takes both. */
  private static boolean fits(AuthorizationSnapshot found, Command command) {
    return found.kind() != AuthorizationKind.REFUND || command.kind() == PostingKind.REFUND;
  }

  private static Presentment presentment(Command command, NamedCard card, String naturalKey) {
    return new Presentment(
        card.account(),
        Optional.of(card.card()),
        command.kind(),
        command.amount(),
        command.last(),
        command.merchant(),
        naturalKey,
        command.externalId(),
        command.origin());
  }
}
