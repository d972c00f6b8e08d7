package org.florin.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CustomerId;
import org.florin.platform.sql.Database;

/**
 * Takes in many people whom another system knows by number, in one go. A number that is known keeps
 * its customer.
 */
@Stateless
public class TakeOverCustomers {

  /** A person by the number the other system has for them. */
  public record Person(String externalId, PersonalDetails details) {}

  @Inject Database database;
  @Inject PersonalDataVault vault;
  @Inject BusinessClock clock;

  /** The ids of the customers, new or known, by their numbers. */
  public Map<String, CustomerId> handle(List<Person> people) {
    Map<String, CustomerId> ids = known(people);
    Map<String, Person> unknown = new LinkedHashMap<>();
    for (Person person : people) {
      if (!ids.containsKey(person.externalId())) {
        unknown.putIfAbsent(person.externalId(), person);
      }
    }
    if (unknown.isEmpty()) {
      return ids;
    }
    Instant now = clock.now();
    List<CustomerData> sealed = new ArrayList<>();
    for (Person person : unknown.values()) {
      CustomerId id = CustomerId.create();
      ids.put(person.externalId(), id);
      sealed.add(
          CustomerData.seal(id, PersonalDetailsPolicy.normalized(person.details()), vault, now));
    }
    add(List.copyOf(unknown.keySet()), sealed, now);
    return ids;
  }

  private Map<String, CustomerId> known(List<Person> people) {
    Map<String, CustomerId> ids = new HashMap<>();
    database.list(
        "select id, external_id from customer where external_id = any(?::text[])",
        row -> ids.put(row.text("external_id"), new CustomerId(row.uuid("id"))),
        people.stream().map(Person::externalId).toList());
    return ids;
  }

  private void add(List<String> externalIds, List<CustomerData> sealed, Instant now) {
    database.update(
        """
        insert into customer (id, external_id, created_at, version)
        select id, external_id, ?, 0 from unnest(?::uuid[], ?::text[]) as person(id, external_id)
        """,
        now,
        sealed.stream().map(data -> data.customer().value()).toList(),
        externalIds);
    database.update(
        """
        insert into customer_data (customer_id, data_key, sealed, tax_id_index, name_index, updated_at)
        select id, data_key, sealed, tax_id_index, name_index, ?
        from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
          as person(id, data_key, sealed, tax_id_index, name_index)
        """,
        now,
        sealed.stream().map(data -> data.customer().value()).toList(),
        sealed.stream().map(CustomerData::dataKey).toList(),
        sealed.stream().map(CustomerData::sealed).toList(),
        sealed.stream().map(CustomerData::taxIdIndex).toList(),
        sealed.stream().map(CustomerData::nameIndex).toList());
  }
}
