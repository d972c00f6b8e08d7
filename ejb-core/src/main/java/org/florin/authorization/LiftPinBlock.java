package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.florin.accounts.AccountBook;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.rules.RuleBook;
import org.florin.kernel.Actor;
import org.florin.kernel.CardId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.sql.Database;

/** Lets a card's PIN be tried again after too many wrong ones. */
@Stateless
public class LiftPinBlock {

  public record Command(CardId card, Actor actor) {}

  @Inject Database database;
  @Inject NamedCards cards;
  @Inject AccountBook book;
  @Inject RuleBook rules;
  @Inject AuditTrail audit;

  /** Which of these cards' PINs are blocked. */
  public Set<CardId> blocked(Collection<CardId> among) {
    return database
        .list(
            """
            select pin.card_id, pin.wrong, account.product_code from card_pin_tries pin
            join card on card.id = pin.card_id join credit_account account on account.id = card.account_id
            where pin.card_id = any(?::uuid[])
            """,
            row ->
                new Tried(
                    new CardId(row.uuid("card_id")),
                    row.integer("wrong"),
                    row.text("product_code")),
            among.stream().map(CardId::value).toList())
        .stream()
        .filter(
            tried -> tried.wrong() >= rules.current().program(tried.productCode()).pinTriesMax())
        .map(Tried::card)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Tried(CardId card, int wrong, String productCode) {}

  /** False if nothing was blocked. The account's lock orders it with authorizations. */
  public boolean handle(Command command) {
    var named = cards.find(new CardReference.ById(command.card()));
    named.ifPresent(found -> book.lock(List.of(found.account())));
    if (named.isEmpty() || blocked(List.of(command.card())).isEmpty()) {
      return false;
    }
    database.update("delete from card_pin_tries where card_id = ?", command.card().value());
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "card.lift_pin_block",
            command.card().toString(),
            ""));
    return true;
  }
}
