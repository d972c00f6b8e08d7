package org.florin.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.customers.Customers.Index;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a person as a customer. A person already known by external id or tax id keeps the first
 * id; nothing is created twice.
 */
@Stateless
public class RegisterCustomer {

  @Inject Customers customers;
  @Inject PersonalDataVault vault;
  @Inject BusinessClock clock;

  /** The customer to know. */
  public record Command(@Nullable String externalId, PersonalDetails details) {}

  /** The id of the customer, new or known. */
  public CustomerId handle(Command command) {
    var details = PersonalDetailsPolicy.normalized(command.details());
    if (command.externalId() != null) {
      var known = customers.byExternalId(command.externalId());
      if (known.isPresent()) {
        return known.get();
      }
    } else if (details.taxId() != null) {
      var known =
          customers.byIndex(Index.TAX_ID, vault.indexOf("tax_id", details.taxId()), 1).stream()
              .findFirst();
      if (known.isPresent()) {
        return known.get().customer();
      }
    }
    var id = CustomerId.create();
    var now = clock.now();
    customers.add(
        Customer.register(id, command.externalId(), now),
        CustomerData.seal(id, details, vault, now));
    return id;
  }
}
