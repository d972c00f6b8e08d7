package org.florin.adapters.vault;

import java.util.Base64;
import org.florin.cards.CardVault;
import org.florin.customers.PersonalDataVault;

/** The vaults with keys that live as long as a test. */
public final class TestVaults {

  private static final VaultSettings SETTINGS = settings();

  private TestVaults() {}

  private static VaultSettings settings() {
    VaultSettings settings = new VaultSettings();
    settings.keyEncryptingKey = Base64.getEncoder().encodeToString(Ciphers.randomKey());
    settings.indexKey = Base64.getEncoder().encodeToString(Ciphers.randomKey());
    settings.cardVerificationKey = Base64.getEncoder().encodeToString(Ciphers.randomKey());
    settings.check();
    return settings;
  }

  public static CardVault cards() {
    AesCardVault vault = new AesCardVault();
    vault.settings = SETTINGS;
    vault.keys = new KeysInMemory();
    return vault;
  }

  public static PersonalDataVault people() {
    AesPersonalDataVault vault = new AesPersonalDataVault();
    vault.settings = SETTINGS;
    return vault;
  }
}
