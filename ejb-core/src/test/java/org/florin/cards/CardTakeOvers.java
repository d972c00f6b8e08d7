package org.florin.cards;

import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;

/** Makes take-overs of cards outside a container. */
public final class CardTakeOvers {

  private CardTakeOvers() {}

  /** The take-over on the given connection. */
  public static TakeOverCards on(Database database, CardVault vault, BusinessClock clock) {
    TakeOverCards takeOver = new TakeOverCards();
    takeOver.database = database;
    takeOver.vault = vault;
    takeOver.clock = clock;
    takeOver.desk = new CardDesk();
    takeOver.desk.cards = new Cards();
    takeOver.desk.outbox = Outboxes.on(database);
    takeOver.desk.audit = AuditTrails.on(database);
    takeOver.desk.clock = clock;
    return takeOver;
  }
}
