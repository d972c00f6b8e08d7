package org.florin.authorization.controls;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.accounts.AccountBook;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.CardId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.sql.Database;

/** Sets what isn't allowed on a card. */
@Stateless
public class ControlCard {

  /** Replaces the card's controls by these. */
  public record Command(CardId card, AccountId account, SpendingControls controls, Actor actor) {}

  @Inject Database database;
  @Inject AccountBook book;
  @Inject AuditTrail audit;

  /** The account's lock orders the change with authorizations: the next one sees it. */
  public void handle(Command command) {
    book.lock(List.of(command.account()));
    ControlRows.write(database, "card", command.card().value(), command.controls());
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "card.control",
            command.card().toString(),
            command.controls().toString()));
  }
}
