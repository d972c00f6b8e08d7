package org.florin.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A credit line as it is opened and maintained; its balances are moved by {@link AccountBook}. */
@Entity
class CreditAccount {

  @Id UUID id;
  @Nullable String externalSource;
  @Nullable String externalId;
  UUID customerId;
  String productCode;
  String currency;
  String status;
  long creditLimitMinor;
  long cashLimitMinor;
  int cycleDay;
  LocalDate openedOn;
  @Version long version;

  protected CreditAccount() {}

  static CreditAccount open(OpenAccount.Command command) {
    if (command.creditLimit().isNegative() || command.cashLimit().isNegative()) {
      throw new IllegalArgumentException("limits out of range");
    }
    var account = new CreditAccount();
    account.id = AccountId.create().value();
    command
        .origin()
        .ifPresent(
            origin -> {
              account.externalSource = origin.source();
              account.externalId = origin.externalId();
            });
    account.customerId = command.customer().value();
    account.productCode = command.productCode();
    account.currency = command.creditLimit().currency().code();
    account.status = "open";
    account.creditLimitMinor = command.creditLimit().minor();
    account.cashLimitMinor = command.cashLimit().minor();
    account.cycleDay = command.cycleDay();
    account.openedOn = command.openedOn();
    return account;
  }

  AccountId accountId() {
    return new AccountId(id);
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  Money creditLimit() {
    return Money.of(creditLimitMinor, currency);
  }
}
