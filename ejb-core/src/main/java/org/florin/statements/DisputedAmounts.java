package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.florin.kernel.AccountId;
import org.florin.kernel.DisputeId;
import org.florin.platform.sql.Database;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.tape.DisputeChange;

/**
 * What is in dispute of accounts, as a list of steps that only grows. A step has its place in the
 * order of booking, so that it belongs to the same business date as the postings around it.
 */
@ApplicationScoped
public class DisputedAmounts {

  @Inject Database database;

  /**
   * Notes steps of one dispute; the account is locked by the caller.
   *
   * @param sequence of the posting that belongs to them, so that both count on the same date; empty
   *     where nothing was booked
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(AccountId account, List<DisputeChange> changes, OptionalLong sequence) {
    changes.forEach(
        change ->
            database.update(
                """
                insert into disputed_amount (sequence, account_id, dispute_id, kind, balance_kind, transaction_on, amount_minor)
                values (coalesce(?, nextval('journal_entry_sequence_seq')), ?, ?, ?, ?, ?, ?)
                """,
                sequence.isPresent() ? sequence.getAsLong() : null,
                account.value(),
                change.dispute().value(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.balance().code(),
                change.bookedOn(),
                change.amountMinor()));
  }

  /** Steps in each window, in order. */
  Map<AccountId, List<DisputeChange>> changes(List<BillingFacts.Window> windows) {
    record Owned(AccountId account, DisputeChange change) {}
    var changes = new HashMap<AccountId, List<DisputeChange>>();
    database
        .list(
            """
            select d.* from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as wanted(account_id, behind, until)
            join disputed_amount d on d.account_id = wanted.account_id
              and d.sequence > wanted.behind and d.sequence <= wanted.until
            order by d.sequence, d.place
            """,
            row -> new Owned(new AccountId(row.uuid("account_id")), change(row)),
            windows.stream().map(window -> window.account().value()).toList(),
            windows.stream().map(BillingFacts.Window::behind).toList(),
            windows.stream().map(BillingFacts.Window::until).toList())
        .forEach(
            owned ->
                changes
                    .computeIfAbsent(owned.account(), account -> new ArrayList<>())
                    .add(owned.change()));
    return changes;
  }

  private static DisputeChange change(Database.Row row) throws SQLException {
    return new DisputeChange(
        new DisputeId(row.uuid("dispute_id")),
        DisputeChange.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
        BalanceKind.ofCode(row.text("balance_kind")),
        row.date("transaction_on"),
        row.number("amount_minor"));
  }
}
