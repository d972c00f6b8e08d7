package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.florin.accounts.AccountBook;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.sql.Database;

/** Sets and shows what isn't allowed on a card. */
@Stateless
public class ControlCard {

  /** Replaces the card's controls by these. */
  public record Command(
      CardId card, AccountId account, CardControls controls, String actor, String channel) {}

  @Inject Database database;
  @Inject AccountBook book;
  @Inject AuditTrail audit;

  /** The account's lock orders the change with authorizations: the next one sees it. */
  public void handle(Command command) {
    book.lock(java.util.List.of(command.account()));
    var controls = command.controls();
    database.update(
        """
        insert into card_control (card_id, transaction_limit_minor, blocked_mccs, blocked_countries, blocked_entry_modes)
        values (?, ?, ?, ?, ?)
        on conflict (card_id) do update set transaction_limit_minor = excluded.transaction_limit_minor,
          blocked_mccs = excluded.blocked_mccs, blocked_countries = excluded.blocked_countries,
          blocked_entry_modes = excluded.blocked_entry_modes, changed_at = clock_timestamp()
        """,
        command.card().value(),
        controls.transactionLimitMinor(),
        controls.blockedMccs(),
        controls.blockedCountries(),
        controls.blockedEntryModes());
    audit.record(
        AuditEntry.done(
            command.actor(),
            command.channel(),
            "card.control",
            command.card().toString(),
            controls.toString()));
  }

  /** The card's controls. */
  public CardControls of(CardId card) {
    Optional<CardControls> controls =
        database.first(
            "select * from card_control where card_id = ?",
            row ->
                new CardControls(
                    row.optionalText("transaction_limit_minor").map(Long::valueOf),
                    Set.copyOf(row.texts("blocked_mccs")),
                    Set.copyOf(row.texts("blocked_countries")),
                    Set.copyOf(row.texts("blocked_entry_modes"))),
            card.value());
    return controls.orElse(CardControls.NONE);
  }
}
