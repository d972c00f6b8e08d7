package org.florin.disputes;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a file is, told by its content and not by its name. */
final class EvidencePolicy {

  private static final Map<String, byte[]> BEGINNINGS =
      Map.of(
          "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
          "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
          "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

  private EvidencePolicy() {}

  /** The media type; empty for anything that isn't taken. */
  static Optional<String> mediaType(byte[] content) {
    return BEGINNINGS.entrySet().stream()
        .filter(entry -> beginsWith(content, entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean beginsWith(byte[] content, byte[] beginning) {
    return content.length > beginning.length
        && Arrays.equals(Arrays.copyOf(content, beginning.length), beginning);
  }
}
