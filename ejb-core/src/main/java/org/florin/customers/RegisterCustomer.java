package org.florin.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import org.florin.customers.Customers.Index;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a person as a customer. A legacy number that is known keeps its customer. Without one, a
 * person is the same only if tax id, date of birth, last name and e-mail all agree: whoever knows
 * somebody's tax id doesn't get at that person's accounts by it.
 */
@Stateless
public class RegisterCustomer {

  private static final int CANDIDATES_MAX = 20;

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
          customers
              .byIndex(Index.TAX_ID, vault.indexOf("tax_id", details.taxId()), CANDIDATES_MAX)
              .stream()
              .filter(each -> isSamePerson(each.open(vault), details))
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

  private static boolean isSamePerson(PersonalDetails known, PersonalDetails given) {
    return known.email() != null
        && Objects.equals(known.email(), given.email())
        && Objects.equals(known.dateOfBirth(), given.dateOfBirth())
        && known.lastName().equalsIgnoreCase(given.lastName());
  }
}
