package org.florin.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The secrets in links that the bank sends: an id and 160 bits of its keyed hash. A link for one
 * purpose opens nothing of another.
 */
@ApplicationScoped
public class ProofTokens {

  private static final int PROOF_LENGTH_BYTES = 20;
  private static final int TOKEN_LENGTH_MAX = 80;

  @Inject PersonalDataVault vault;

  public String token(String purpose, UUID id) {
    return id + "." + proof(purpose, id);
  }

  /** The id a token stands for, if the token is ours. */
  public Optional<UUID> id(String purpose, String token) {
    var dot = token.indexOf('.');
    if (dot < 0 || token.length() > TOKEN_LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      var id = UUID.fromString(token.substring(0, dot));
      var given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(given, proof(purpose, id).getBytes(StandardCharsets.UTF_8))
          ? Optional.of(id)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String proof(String purpose, UUID id) {
    var hash = vault.indexOf(purpose, id.toString());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, PROOF_LENGTH_BYTES));
  }
}
