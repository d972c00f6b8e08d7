package org.florin.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.customers.Customers.Index;
import org.florin.kernel.CustomerId;

/** Looks customers up; names, e-mail and tax id by exact match only, for they are sealed. */
@Stateless
public class FindCustomers {

  private static final int RESULTS_MAX = 50;

  @Inject Customers customers;
  @Inject PersonalDataVault vault;

  /** One customer. */
  public Optional<CustomerProfile> byId(CustomerId id) {
    return customers.data(id).map(this::profile);
  }

  /** The customer a legacy system knows by this number. */
  public Optional<CustomerId> byExternalId(String externalId) {
    return customers.byExternalId(externalId);
  }

  /** Customers with this e-mail address. */
  public List<CustomerProfile> byEmail(String email) {
    return find(Index.EMAIL, "email", email);
  }

  /** Customers with this first and last name. */
  public List<CustomerProfile> byName(String name) {
    return find(Index.NAME, "name", name);
  }

  /** Customers with this tax id. */
  public List<CustomerProfile> byTaxId(String taxId) {
    return find(Index.TAX_ID, "tax_id", taxId.replaceAll("[\\s-]", ""));
  }

  private List<CustomerProfile> find(Index index, String field, String value) {
    return customers
        .byIndex(index, vault.indexOf(field, CustomerData.normalized(value)), RESULTS_MAX)
        .stream()
        .map(this::profile)
        .toList();
  }

  private CustomerProfile profile(CustomerData data) {
    return new CustomerProfile(data.customer(), data.open(vault));
  }
}
