package org.florin.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;

/** Opens a credit line for a customer. */
@Stateless
public class OpenAccount {

  /** Where an account came from, when it was opened by another system before. */
  public record Origin(String source, String externalId) {}

  /**
   * @param cashLimit part of the credit limit that cash may use; 0 to {@code creditLimit}
   * @param openedOn business date
   * @param cycleDay day of the month on which statements close, 1 to 28
   */
  public record Command(
      CustomerId customer,
      String productCode,
      Money creditLimit,
      Money cashLimit,
      Optional<Origin> origin,
      LocalDate openedOn,
      int cycleDay) {}

  @Inject CreditAccounts accounts;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** Opens the account in the caller's transaction or one of its own. */
  public AccountId handle(Command command) {
    var account = CreditAccount.open(command);
    accounts.add(account);
    var id = account.accountId();
    outbox.append(event(account));
    audit.record(entry(account));
    return id;
  }

  static OutboxEvent event(CreditAccount account) {
    AccountId id = account.accountId();
    return OutboxEvent.of(
        "account.opened",
        id.toString(),
        id,
        JsonParts.object()
            .add("account", id.toString())
            .add("customer", account.customer().toString())
            .add("product", account.productCode)
            .add("credit_limit", account.creditLimit().minor())
            .add("currency", account.creditLimit().currency().code())
            .build()
            .toString());
  }

  static AuditEntry entry(CreditAccount account) {
    return AuditEntry.done(
        "system",
        "system",
        "account.open",
        account.accountId().toString(),
        "product " + account.productCode);
  }
}
