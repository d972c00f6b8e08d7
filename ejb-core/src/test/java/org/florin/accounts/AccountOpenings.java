package org.florin.accounts;

import org.florin.platform.audit.AuditTrails;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;

/** Makes the use cases that open and suspend accounts outside a container. */
public final class AccountOpenings {

  private AccountOpenings() {}

  /** Openings on the given connection. */
  public static OpenAccounts on(Database database) {
    OpenAccounts open = new OpenAccounts();
    open.database = database;
    open.outbox = Outboxes.on(database);
    open.audit = AuditTrails.on(database);
    return open;
  }

  /** Suspensions on the given connection. */
  public static SuspendAccount suspensionsOn(Database database) {
    SuspendAccount suspend = new SuspendAccount();
    suspend.database = database;
    suspend.book = AccountBooks.on(database);
    suspend.outbox = Outboxes.on(database);
    suspend.audit = AuditTrails.on(database);
    return suspend;
  }
}
