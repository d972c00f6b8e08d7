package org.florin.authorization.hooks;

/** Seals the secrets that sign questions to partners, each bound to its program. */
public interface HookSecrets {

  byte[] seal(String productCode, String secret);

  /**
   * The secret in clear.
   *
   * @throws IllegalStateException if the bytes were altered or belong to another program
   */
  String open(String productCode, byte[] sealed);
}
