package org.florin.adapters.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.florin.authorization.hooks.HookSecrets;

/** Secrets that sign questions to partners, under AES-256-GCM; each bound to its program. */
@ApplicationScoped
class AesHookSecrets implements HookSecrets {

  private static final String COLUMN = "authorization_hook.secret_sealed|";

  @Inject VaultSettings settings;

  @Override
  public byte[] seal(String productCode, String secret) {
    return Ciphers.seal(
        settings.keyEncryptingKey(),
        binding(productCode),
        secret.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String open(String productCode, byte[] sealed) {
    return new String(
        Ciphers.open(settings.keyEncryptingKey(), binding(productCode), sealed),
        StandardCharsets.US_ASCII);
  }

  private static byte[] binding(String productCode) {
    return (COLUMN + productCode).getBytes(StandardCharsets.UTF_8);
  }
}
