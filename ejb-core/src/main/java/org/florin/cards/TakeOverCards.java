package org.florin.cards;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.florin.cards.CardVault.Sealed;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.platform.sql.Database;

/**
 * Takes over many cards that another system issued, with their numbers, in one go. A known number
 * keeps its card.
 */
@Stateless
public class TakeOverCards {

  @Inject Database database;
  @Inject CardVault vault;
  @Inject CardDesk desk;
  @Inject BusinessClock clock;

  /** A card as the other system knows it; an inactive one is taken over as closed. */
  public record Issued(
      AccountId account,
      CustomerId customer,
      String pan,
      int expiryMonth,
      int expiryYear,
      boolean active) {

    @Override
    public String toString() {
      return "TakeOverCards.Issued[" + account + "]";
    }
  }

  /** Which cards to take over, for whom. */
  public record Command(List<Issued> cards, Actor actor) {}

  /** A card that is new here, with its number sealed. */
  private record New(Card card, Sealed number, byte[] index) {}

  /**
   * The ids of the cards, new or known, in the order of the command.
   *
   * @throws IllegalArgumentException if a number isn't a card number
   */
  public List<CardId> handle(Command command) {
    List<byte[]> indexes = new ArrayList<>();
    for (Issued issued : command.cards()) {
      indexes.add(vault.indexOf(new CardNumber(issued.pan()).digits()));
    }
    Map<String, CardId> known = known(indexes);
    List<New> added = new ArrayList<>();
    List<CardId> ids = new ArrayList<>();
    Instant now = clock.now();
    for (int position = 0; position < indexes.size(); position++) {
      byte[] index = indexes.get(position);
      String key = HexFormat.of().formatHex(index);
      CardId id = known.get(key);
      if (id == null) {
        id = CardId.create();
        known.put(key, id);
        added.add(takenOver(id, command.cards().get(position), index, now));
      }
      ids.add(id);
    }
    if (!added.isEmpty()) {
      add(added);
      desk.created(database, added.stream().map(New::card).toList(), command.actor());
    }
    return ids;
  }

  private New takenOver(CardId id, Issued issued, byte[] index, Instant now) {
    CardNumber number = new CardNumber(issued.pan());
    Card card =
        Card.takeOver(
            id,
            issued.account(),
            issued.customer(),
            number,
            issued.expiryMonth(),
            issued.expiryYear(),
            issued.active(),
            now);
    return new New(card, vault.seal(id, number.digits()), index);
  }

  private Map<String, CardId> known(List<byte[]> indexes) {
    Map<String, CardId> known = new HashMap<>();
    database.list(
        "select card_id, pan_index from vault_pan where pan_index = any(?::bytea[])",
        row ->
            known.put(
                HexFormat.of().formatHex(row.bytes("pan_index")), new CardId(row.uuid("card_id"))),
        indexes);
    return known;
  }

  private void add(List<New> added) {
    List<CardView> cards = added.stream().map(item -> item.card().view()).toList();
    database.update(
        """
        insert into card (id, account_id, customer_id, state, closed_reason, kind, bin, last4, expiry_month,
          expiry_year, activated_at, created_at, security_code_scheme, version)
        select card.*, ?, 0 from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::int[], ?::int[], ?::timestamptz[], ?::timestamptz[]) as card
        """,
        Card.CODE_UNKNOWN,
        cards.stream().map(card -> card.id().value()).toList(),
        cards.stream().map(card -> card.account().value()).toList(),
        cards.stream().map(card -> card.customer().value()).toList(),
        cards.stream().map(card -> card.state().word()).toList(),
        cards.stream().map(card -> card.closedReason().map(ClosingReason::word)).toList(),
        cards.stream().map(card -> card.kind().word()).toList(),
        cards.stream().map(CardView::bin).toList(),
        cards.stream().map(CardView::last4).toList(),
        cards.stream().map(CardView::expiryMonth).toList(),
        cards.stream().map(CardView::expiryYear).toList(),
        cards.stream().map(CardView::activatedAt).toList(),
        cards.stream().map(CardView::createdAt).toList());
    database.update(
        """
        insert into vault_pan (card_id, sealed, key_version, pan_index)
        select * from unnest(?::uuid[], ?::bytea[], ?::int[], ?::bytea[])
        """,
        added.stream().map(item -> item.card().id().value()).toList(),
        added.stream().map(item -> item.number().bytes()).toList(),
        added.stream().map(item -> item.number().keyVersion()).toList(),
        added.stream().map(New::index).toList());
  }
}
