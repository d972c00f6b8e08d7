package org.florin.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;

/** Sets how an account stands, as far as authorizations look at it. */
@Stateless
public class SetStanding {

  /** What may be flagged on an account. */
  public static final Set<String> FLAGS =
      Set.of("under_review", "fraud_watch", "aml_hold", "deceased", "bankrupt");

  /** What an account's status may be. */
  public static final Set<String> STATUSES = Set.of("open", "suspended", "closed", "charged_off");

  /**
   * @param status one of {@link #STATUSES}
   * @param flags out of {@link #FLAGS}; they replace those that are set
   * @param daysPastDue zero or more
   */
  public record Command(
      AccountId account, String status, Set<String> flags, int daysPastDue, Actor actor) {
    public Command {
      if (!STATUSES.contains(status) || !FLAGS.containsAll(flags) || daysPastDue < 0) {
        throw new IllegalArgumentException("no such standing");
      }
    }
  }

  @Inject AccountBook book;
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** False if there is no such account. The account's lock orders it with authorizations. */
  public boolean handle(Command command) {
    var account = command.account();
    book.lock(List.of(account));
    var flags = command.flags().stream().sorted().toList();
    if (database.update(
            """
            update credit_account set status = ?, flags = ?, days_past_due = ?, version = version + 1 where id = ?
            """,
            command.status(),
            flags,
            command.daysPastDue(),
            account.value())
        == 0) {
      return false;
    }
    outbox.append(
        OutboxEvent.of(
            "account.standing_changed",
            account.toString(),
            account,
            JsonParts.object()
                .add("account", account.toString())
                .add("status", command.status())
                .add("flags", JsonParts.array(flags))
                .add("days_past_due", command.daysPastDue())
                .build()
                .toString()));
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "account.standing",
            account.toString(),
            command.status() + " " + flags + " " + command.daysPastDue()));
    return true;
  }
}
