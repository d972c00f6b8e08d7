package org.florin.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;

/** Reads credit lines; always the row itself, never a cache. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindAccounts {

  @Inject Database database;

  public Optional<AccountView> byId(AccountId id) {
    return database.first(
        "select * from credit_account where id = ?", FindAccounts::view, id.value());
  }

  /** Accounts with that id in a former system. */
  public List<AccountView> byExternalId(String externalId) {
    return database.list(
        "select * from credit_account where external_id = ? order by id desc",
        FindAccounts::view,
        externalId);
  }

  public List<AccountView> ofCustomer(CustomerId customer) {
    return database.list(
        "select * from credit_account where customer_id = ? order by id desc",
        FindAccounts::view,
        customer.value());
  }

  /** Newest first; {@code after} is the last account of the page before. */
  public List<AccountView> page(Optional<AccountId> after, int countMax) {
    return database.list(
        "select * from credit_account where (?::uuid is null or id < ?::uuid) order by id desc limit ?",
        FindAccounts::view,
        after.map(AccountId::value),
        after.map(AccountId::value),
        countMax);
  }

  private static AccountView view(Database.Row row) throws java.sql.SQLException {
    var currency = new CurrencyCode(row.text("currency"));
    return new AccountView(
        new AccountId(row.uuid("id")),
        row.optionalText("external_source"),
        row.optionalText("external_id"),
        new CustomerId(row.uuid("customer_id")),
        row.text("product_code"),
        row.text("status"),
        row.texts("flags"),
        new Money(row.number("credit_limit_minor"), currency),
        new Money(row.number("cash_limit_minor"), currency),
        new Money(row.number("posted_balance_minor"), currency),
        new Money(row.number("held_minor"), currency),
        new Money(row.number("cash_balance_minor"), currency),
        new Money(row.number("cash_held_minor"), currency),
        row.integer("cycle_day"),
        row.date("opened_on"),
        row.instant("created_at"),
        row.number("version"));
  }
}
