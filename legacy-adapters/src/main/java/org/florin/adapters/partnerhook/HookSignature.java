package org.florin.adapters.partnerhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a message as Standard Webhooks 1.0 says: HMAC-SHA-256 over id, time and body. */
final class HookSignature {

  private static final String PREFIX = "whsec_";
  private static final String HMAC = "HmacSHA256";

  private HookSignature() {}

  static String of(String secret, String id, long timestamp, String body) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(
          new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC));
      var signed = id + "." + timestamp + "." + body;
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks HMAC-SHA-256", e);
    }
  }
}
