package org.florin.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;

/** Stops an open account from being used; what is owed stays owed. */
@Stateless
public class SuspendAccount {

  /**
   * @param reason for the audit trail
   */
  public record Command(AccountId account, String reason, Actor actor) {}

  @Inject AccountBook book;
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** Suspends the account; false if it was not open. */
  public boolean handle(Command command) {
    AccountId account = command.account();
    book.lock(List.of(account));
    int changed =
        database.update(
            "update credit_account set status = 'suspended', version = version + 1"
                + " where id = ? and status = 'open'",
            account.value());
    if (changed == 0) {
      return false;
    }
    outbox.append(
        OutboxEvent.of(
            "account.suspended",
            account.toString(),
            account,
            JsonParts.object()
                .add("account", account.toString())
                .add("reason", command.reason())
                .build()
                .toString()));
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "account.suspend",
            account.toString(),
            command.reason()));
    return true;
  }
}
