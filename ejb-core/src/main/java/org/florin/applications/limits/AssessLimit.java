package org.florin.applications.limits;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.applications.BureauAnswer;
import org.florin.applications.CreditBureau;
import org.florin.customers.FindCustomers;

/** Asks the bureau about the holder of an account whose limit is to rise, outside a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssessLimit {

  @Inject FindAccounts accounts;
  @Inject FindCustomers customers;
  @Inject CreditBureau bureau;

  /** The answer for {@link ChangeLimit}; empty if a lower limit, or nobody, is asked about. */
  public Optional<BureauAnswer> handle(LimitWish wish) {
    return accounts
        .byId(wish.account())
        .filter(account -> wish.owner().map(account.customer()::equals).orElse(true))
        .filter(account -> wish.creditLimit().minor() > account.creditLimit().minor())
        .flatMap(account -> customers.byId(account.customer()))
        .flatMap(customer -> Optional.ofNullable(customer.details().taxId()))
        .map(bureau::report);
  }
}
