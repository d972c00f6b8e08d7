package org.florin.applications;

import java.util.Optional;

/** Which files are taken as documents, told by what is in them and not by their name; pure. */
final class DocumentPolicy {

  static final int SIZE_BYTES_MAX = 5 * 1024 * 1024;

  private static final int NAME_LENGTH_MAX = 100;
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private DocumentPolicy() {}

  /** The media type; empty if it is none that is taken. */
  static Optional<String> mediaType(byte[] content) {
    if (content.length > SIZE_BYTES_MAX) {
      return Optional.empty();
    }
    if (beginsWith(content, PDF)) {
      return Optional.of("application/pdf");
    }
    if (beginsWith(content, PNG)) {
      return Optional.of("image/png");
    }
    return beginsWith(content, JPEG) ? Optional.of("image/jpeg") : Optional.empty();
  }

  /** A name without a path or anything that a browser or a shell would read something into. */
  static String plainName(String given) {
    var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_").strip();
    if (plain.isEmpty()) {
      return "document";
    }
    return plain.substring(0, Math.min(plain.length(), NAME_LENGTH_MAX));
  }

  private static boolean beginsWith(byte[] content, byte[] signature) {
    return content.length >= signature.length
        && java.util.Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
  }
}
