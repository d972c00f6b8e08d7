package org.florin.authorization.controls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.florin.cards.CardReplaced;
import org.florin.platform.sql.Database;

/**
 * A card that takes the place of another has its controls, with what is used up of its limits
 * counted anew.
 */
@ApplicationScoped
class KeepControls {

  @Inject Database database;

  void copy(@Observes CardReplaced replaced) {
    database.update(
        """
        insert into card_control (card_id, transaction_limit_minor, blocked_mccs, blocked_countries,
          blocked_entry_modes, stopped_merchants, limits)
        select ?, transaction_limit_minor, blocked_mccs, blocked_countries, blocked_entry_modes, stopped_merchants, limits
        from card_control where card_id = ?
        """,
        replaced.replacement().value(),
        replaced.old().value());
  }
}
