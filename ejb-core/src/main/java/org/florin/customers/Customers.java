package org.florin.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.CustomerId;

/** The customers and their sealed details. */
@ApplicationScoped
class Customers {

  @PersistenceContext(unitName = "florin")
  EntityManager database;

  void add(Customer customer, CustomerData data) {
    database.persist(customer);
    database.persist(data);
  }

  Optional<CustomerData> data(CustomerId id) {
    return Optional.ofNullable(database.find(CustomerData.class, id.value()));
  }

  Optional<CustomerId> byExternalId(String externalId) {
    return database
        .createQuery("select c from Customer c where c.externalId = :external", Customer.class)
        .setParameter("external", externalId)
        .getResultStream()
        .findFirst()
        .map(Customer::id);
  }

  /** The customers whose named index holds the value, oldest first. */
  List<CustomerData> byIndex(Index index, byte[] value, int most) {
    var query =
        switch (index) {
          case TAX_ID ->
              "select d from CustomerData d where d.taxIdIndex = :value order by d.customerId";
          case EMAIL ->
              "select d from CustomerData d where d.emailIndex = :value order by d.customerId";
          case NAME ->
              "select d from CustomerData d where d.nameIndex = :value order by d.customerId";
        };
    return database
        .createQuery(query, CustomerData.class)
        .setParameter("value", value)
        .setMaxResults(most)
        .getResultList();
  }

  /** What customers can be looked up by. */
  enum Index {
    TAX_ID,
    EMAIL,
    NAME
  }
}
