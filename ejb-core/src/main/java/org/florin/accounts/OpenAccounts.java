package org.florin.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.sql.Database;

/** Opens many credit lines at once: the same as {@link OpenAccount} for each, in one go. */
@Stateless
public class OpenAccounts {

  @Inject Database database;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** Opens the accounts in the caller's transaction; their ids in the same order. */
  public List<AccountId> handle(List<OpenAccount.Command> commands) {
    List<CreditAccount> accounts = commands.stream().map(CreditAccount::open).toList();
    if (accounts.isEmpty()) {
      return List.of();
    }
    database.update(
        """
        insert into credit_account (id, external_source, external_id, customer_id, product_code, currency, status,
          credit_limit_minor, cash_limit_minor, cycle_day, opened_on, version)
        select account.*, 0 from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
          ?::bigint[], ?::bigint[], ?::int[], ?::date[]) as account
        """,
        accounts.stream().map(account -> account.id).toList(),
        accounts.stream().map(account -> Optional.ofNullable(account.externalSource)).toList(),
        accounts.stream().map(account -> Optional.ofNullable(account.externalId)).toList(),
        accounts.stream().map(account -> account.customerId).toList(),
        accounts.stream().map(account -> account.productCode).toList(),
        accounts.stream().map(account -> account.currency).toList(),
        accounts.stream().map(account -> account.status).toList(),
        accounts.stream().map(account -> account.creditLimitMinor).toList(),
        accounts.stream().map(account -> account.cashLimitMinor).toList(),
        accounts.stream().map(account -> account.cycleDay).toList(),
        accounts.stream().map(account -> account.openedOn).toList());
    outbox.appendAll(database, accounts.stream().map(OpenAccount::event).toList());
    audit.recordAll(database, accounts.stream().map(OpenAccount::entry).toList());
    return accounts.stream().map(CreditAccount::accountId).toList();
  }
}
