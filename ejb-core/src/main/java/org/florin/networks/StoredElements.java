package org.florin.networks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.florin.kernel.AuthorizationId;
import org.florin.platform.idempotency.StoredAnswer;

/**
 * What of an answer is kept under a message's key: the elements that the decision gave it. The rest
 * of an answer repeats its request, and is in the repeat of the request too.
 *
 * @param authorization what was decided, if the message was about one
 */
record StoredElements(Optional<AuthorizationId> authorization, Map<Integer, String> elements) {

  private static final int STATUS = 200;
  private static final String CONTENT_TYPE = "text/x-iso8583-elements";
  private static final String NONE = "-";

  /** An answer that consists of its code. */
  static StoredElements of(String code) {
    return new StoredElements(Optional.empty(), Map.of(39, code));
  }

  /** As text: the authorization, then number and value of each element. */
  StoredAnswer toAnswer() {
    return new StoredAnswer(
        STATUS,
        CONTENT_TYPE,
        new TreeMap<>(elements)
            .entrySet().stream()
                .map(element -> element.getKey() + "=" + element.getValue())
                .collect(
                    Collectors.joining(
                        "|", authorization.map(AuthorizationId::toString).orElse(NONE) + "|", "")));
  }

  static StoredElements read(StoredAnswer answer) {
    var parts = answer.body().split("\\|");
    var elements = new TreeMap<Integer, String>();
    for (var i = 1; i < parts.length; i++) {
      var equals = parts[i].indexOf('=');
      elements.put(Integer.valueOf(parts[i].substring(0, equals)), parts[i].substring(equals + 1));
    }
    return new StoredElements(
        parts[0].equals(NONE) ? Optional.empty() : Optional.of(AuthorizationId.parse(parts[0])),
        elements);
  }
}
