package org.florin.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/** A customer's personal details, sealed with the customer's own key. */
@Entity
@Table(name = "customer_data")
class CustomerData {

  @Id
  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "data_key")
  private byte[] dataKey;

  private byte[] sealed;

  @Column(name = "tax_id_index")
  private byte @Nullable [] taxIdIndex;

  @Column(name = "email_index")
  private byte @Nullable [] emailIndex;

  @Column(name = "name_index")
  private byte @Nullable [] nameIndex;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected CustomerData() {}

  static CustomerData seal(
      CustomerId customer, PersonalDetails details, PersonalDataVault vault, Instant now) {
    var data = new CustomerData();
    data.customerId = customer.value();
    data.dataKey = vault.newDataKey(customer.value());
    data.replace(details, vault, now);
    return data;
  }

  final void replace(PersonalDetails details, PersonalDataVault vault, Instant now) {
    sealed = vault.seal(dataKey, customerId, PersonalDetailsCodec.encode(details));
    taxIdIndex = index(vault, "tax_id", details.taxId());
    emailIndex = index(vault, "email", details.email());
    nameIndex = index(vault, "name", details.fullName());
    updatedAt = now;
  }

  byte[] dataKey() {
    return dataKey.clone();
  }

  byte[] sealed() {
    return sealed.clone();
  }

  Optional<byte[]> taxIdIndex() {
    return Optional.ofNullable(taxIdIndex);
  }

  Optional<byte[]> nameIndex() {
    return Optional.ofNullable(nameIndex);
  }

  PersonalDetails open(PersonalDataVault vault) {
    return PersonalDetailsCodec.decode(vault.open(dataKey, customerId, sealed));
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  private static byte @Nullable [] index(
      PersonalDataVault vault, String field, @Nullable String value) {
    return value == null || value.isBlank() ? null : vault.indexOf(field, normalized(value));
  }

  static String normalized(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
