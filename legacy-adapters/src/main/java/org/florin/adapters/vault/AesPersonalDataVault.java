package org.florin.adapters.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.florin.customers.PersonalDataVault;

/** Personal data under AES-256-GCM, one data key for each owner. */
@ApplicationScoped
class AesPersonalDataVault implements PersonalDataVault {

  private static final String KEY_COLUMN = "data_key";
  private static final String DATA_COLUMN = "sealed";
  private static final int KEY_VERSION = 1;

  @Inject VaultSettings settings;

  @Override
  public byte[] newDataKey(UUID owner) {
    return Ciphers.seal(
        settings.keyEncryptingKey(),
        Ciphers.binding(owner, KEY_COLUMN, KEY_VERSION),
        Ciphers.randomKey());
  }

  @Override
  public byte[] seal(byte[] wrappedKey, UUID owner, byte[] plain) {
    return Ciphers.seal(
        Ciphers.aesKey(unwrap(wrappedKey, owner)),
        Ciphers.binding(owner, DATA_COLUMN, KEY_VERSION),
        plain);
  }

  @Override
  public byte[] open(byte[] wrappedKey, UUID owner, byte[] sealed) {
    return Ciphers.open(
        Ciphers.aesKey(unwrap(wrappedKey, owner)),
        Ciphers.binding(owner, DATA_COLUMN, KEY_VERSION),
        sealed);
  }

  @Override
  public byte[] indexOf(String field, String normalizedValue) {
    return Ciphers.hmac(settings.indexKey(), field + "|" + normalizedValue);
  }

  private byte[] unwrap(byte[] wrappedKey, UUID owner) {
    return Ciphers.open(
        settings.keyEncryptingKey(), Ciphers.binding(owner, KEY_COLUMN, KEY_VERSION), wrappedKey);
  }
}
