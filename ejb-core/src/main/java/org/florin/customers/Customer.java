package org.florin.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.florin.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/** A person who may hold accounts, without anything that names them. */
@Entity
@Table(name = "customer")
class Customer {

  @Id private UUID id;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Customer() {}

  static Customer register(CustomerId id, @Nullable String externalId, Instant now) {
    var customer = new Customer();
    customer.id = id.value();
    customer.externalId = externalId;
    customer.createdAt = now;
    return customer;
  }

  CustomerId id() {
    return new CustomerId(id);
  }
}
