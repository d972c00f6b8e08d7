package org.florin.platform.idempotency;

import java.util.HexFormat;

/** A digest of a request; two requests with the same one ask for the same thing. */
public record Fingerprint(String hex) {

  public static Fingerprint of(byte[] digest) {
    return new Fingerprint(HexFormat.of().formatHex(digest));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
