package org.florin.networks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.florin.cards.CardVault;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;

/**
 * What makes a message the same one again: network, acquirer, trace number, retrieval reference,
 * transmission time, card and type; a repeat counts as the type it repeats. Two messages with one
 * key that say different things are a conflict.
 */
final class MessageKey {

  /** Elements that are part of the key, or secret, or of the transport. */
  private static final Set<Integer> NOT_COMPARED =
      Set.of(2, 7, 11, 14, 32, 34, 35, 36, 37, 45, 48, 52, 53, 55, 64, 128);

  private static final int CARD_BYTES = 12;

  private MessageKey() {}

  static RequestKey of(NetworkMessage message, NetworkLink link, Instant arrivedAt, CardVault vault)
      throws MessageFault {
    var elements = new MessageElements(message);
    var key =
        String.join(
            ":",
            message.originalType(),
            elements.text(32),
            elements.text(11),
            elements.text(37).replaceAll("[^!-~]", "_"),
            elements.transmissionTime(arrivedAt),
            HexFormat.of().formatHex(vault.indexOf(elements.text(2)), 0, CARD_BYTES));
    return new RequestKey(link.id(), key, fingerprint(message));
  }

  private static Fingerprint fingerprint(NetworkMessage message) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      message.elements().entrySet().stream()
          .filter(element -> !NOT_COMPARED.contains(element.getKey()))
          .map(element -> element.getKey() + "=" + element.getValue() + ";")
          .forEach(text -> digest.update(text.getBytes(StandardCharsets.ISO_8859_1)));
      return Fingerprint.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
