package org.florin.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;

/** Gives an account another credit limit; whether it may have it was decided before. */
@Stateless
public class SetCreditLimit {

  /**
   * @param reasons texts of the principal reasons for a lower limit; none for a higher one
   */
  public record Command(
      AccountId account, Money creditLimit, Money cashLimit, List<String> reasons, Actor actor) {}

  @Inject AccountBook book;
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject BusinessClock clock;

  /** False if the account isn't open or has that limit. */
  public boolean handle(Command command) {
    var account = command.account();
    book.lock(List.of(account));
    var before = limitOfOpen(account).filter(limit -> limit != command.creditLimit().minor());
    before.ifPresent(previous -> change(command, previous));
    return before.isPresent();
  }

  private Optional<Long> limitOfOpen(AccountId account) {
    return database.first(
        "select credit_limit_minor from credit_account where id = ? and status = 'open'",
        row -> row.number("credit_limit_minor"),
        account.value());
  }

  private void change(Command command, long previousMinor) {
    var account = command.account();
    var limit = command.creditLimit();
    var actor = command.actor();
    database.update(
        "update credit_account set credit_limit_minor = ?, cash_limit_minor = ?, version = version + 1 where id = ?",
        limit.minor(),
        command.cashLimit().minor(),
        account.value());
    database.update(
        """
        insert into credit_limit_change (account_id, changed_on, previous_minor, limit_minor, reasons, actor, channel,
          changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        account.value(),
        clock.businessDate(),
        previousMinor,
        limit.minor(),
        command.reasons(),
        actor.name(),
        actor.channel(),
        clock.now());
    outbox.append(
        OutboxEvent.of(
            "account.limit_changed",
            account.toString(),
            account,
            JsonParts.object()
                .add("account", account.toString())
                .add("previous_limit", previousMinor)
                .add("credit_limit", limit.minor())
                .add("currency", limit.currency().code())
                .add("reasons", JsonParts.array(command.reasons()))
                .build()
                .toString()));
    audit.record(
        AuditEntry.done(
            actor.name(),
            actor.channel(),
            "account.limit",
            account.toString(),
            "from " + new Money(previousMinor, limit.currency()) + " to " + limit));
  }
}
