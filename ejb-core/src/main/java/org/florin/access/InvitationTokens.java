package org.florin.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.florin.customers.PersonalDataVault;

/** The secrets that stand for invitations: the id and 160 bits of its keyed hash. */
@ApplicationScoped
class InvitationTokens {

  private static final int PROOF_LENGTH_BYTES = 20;
  private static final int TOKEN_LENGTH_MAX = 80;

  @Inject PersonalDataVault vault;

  String token(UUID invitation) {
    return invitation + "." + proof(invitation);
  }

  /** The invitation a token stands for, if the token is ours. */
  Optional<UUID> invitation(String token) {
    var dot = token.indexOf('.');
    if (dot < 0 || token.length() > TOKEN_LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      var id = UUID.fromString(token.substring(0, dot));
      var given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(given, proof(id).getBytes(StandardCharsets.UTF_8))
          ? Optional.of(id)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String proof(UUID invitation) {
    var hash = vault.indexOf("invitation", invitation.toString());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, PROOF_LENGTH_BYTES));
  }
}
