package org.florin.customers;

import java.util.UUID;

/**
 * Seals what names a person. Each owner of data (a customer, an application) has a data key; only
 * its wrapped form is ever stored.
 */
public interface PersonalDataVault {

  /** A new random data key for the owner, wrapped. */
  byte[] newDataKey(UUID owner);

  /** Encrypts and authenticates; bound to the owner, so that two rows can't be swapped. */
  byte[] seal(byte[] wrappedKey, UUID owner, byte[] plain);

  /**
   * Decrypts.
   *
   * @throws IllegalStateException if the data was altered, swapped or sealed with another key
   */
  byte[] open(byte[] wrappedKey, UUID owner, byte[] sealed);

  /** A keyed hash by which a value of the named field can be looked up without storing it. */
  byte[] indexOf(String field, String normalizedValue);
}
