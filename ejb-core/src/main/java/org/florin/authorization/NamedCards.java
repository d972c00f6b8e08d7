package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.cards.CardVault;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.platform.sql.Database;

/** Finds cards by the way a message names them. */
@ApplicationScoped
public class NamedCards {

  /** A card and whose it is. */
  public record NamedCard(CardId card, AccountId account) {}

  @Inject Database database;
  @Inject CardVault vault;

  /** The card that is meant; empty if the bank has none. */
  public Optional<NamedCard> find(CardReference reference) {
    return switch (reference) {
      case CardReference.ById byId ->
          database.first(
              "select id, account_id from card where id = ?", NamedCards::card, byId.id().value());
      case CardReference.ByNumber byNumber ->
          database.first(
              """
              select card.id, card.account_id from vault_pan join card on card.id = vault_pan.card_id
              where vault_pan.pan_index = ?
              """,
              NamedCards::card,
              (Object) vault.indexOf(byNumber.pan()));
    };
  }

  private static NamedCard card(Database.Row row) throws java.sql.SQLException {
    return new NamedCard(new CardId(row.uuid("id")), new AccountId(row.uuid("account_id")));
  }
}
