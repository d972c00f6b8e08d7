package org.florin.adapters.vault;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The vault's three keys: 32 bytes each, base64, from the environment. There are no defaults. */
@ApplicationScoped
class VaultSettings {

  private static final int KEY_LENGTH_BYTES = 32;

  @Inject
  @ConfigProperty(name = "florin.vault.kek")
  String keyEncryptingKey;

  @Inject
  @ConfigProperty(name = "florin.vault.index.key")
  String indexKey;

  @Inject
  @ConfigProperty(name = "florin.vault.cvk")
  String cardVerificationKey;

  @PostConstruct
  void check() {
    keyEncryptingKey();
    indexKey();
    cardVerificationKey();
  }

  SecretKey keyEncryptingKey() {
    return new SecretKeySpec(bytes("florin.vault.kek", keyEncryptingKey), "AES");
  }

  SecretKey indexKey() {
    return new SecretKeySpec(bytes("florin.vault.index.key", indexKey), "HmacSHA256");
  }

  SecretKey cardVerificationKey() {
    return new SecretKeySpec(bytes("florin.vault.cvk", cardVerificationKey), "HmacSHA256");
  }

  private static byte[] bytes(String name, String base64) {
    var bytes = Base64.getDecoder().decode(base64.strip());
    if (bytes.length != KEY_LENGTH_BYTES) {
      throw new IllegalStateException(name + " must be 32 bytes, base64");
    }
    return bytes;
  }
}
