package org.florin.adapters.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random 96-bit nonce in front of the cipher text, and HMAC-SHA-256. */
final class Ciphers {

  private static final String AES_GCM = "AES/GCM/NoPadding";
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_LENGTH_BYTES = 12;
  private static final int TAG_LENGTH_BITS = 128;
  private static final int KEY_LENGTH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ciphers() {}

  static byte[] randomKey() {
    var key = new byte[KEY_LENGTH_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  static SecretKey aesKey(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  static byte[] seal(Key key, byte[] boundTo, byte[] plain) {
    var nonce = new byte[NONCE_LENGTH_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var cipher = Cipher.getInstance(AES_GCM);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_LENGTH_BITS, nonce));
      cipher.updateAAD(boundTo);
      var encrypted = cipher.doFinal(plain);
      return ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks AES-GCM", e);
    }
  }

  static byte[] open(Key key, byte[] boundTo, byte[] sealed) {
    if (sealed.length <= NONCE_LENGTH_BYTES) {
      throw new IllegalStateException("sealed data is too short");
    }
    try {
      var cipher = Cipher.getInstance(AES_GCM);
      var nonce = Arrays.copyOf(sealed, NONCE_LENGTH_BYTES);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_LENGTH_BITS, nonce));
      cipher.updateAAD(boundTo);
      return cipher.doFinal(sealed, NONCE_LENGTH_BYTES, sealed.length - NONCE_LENGTH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed data was altered or belongs elsewhere", e);
    }
  }

  static byte[] hmac(Key key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform lacks HMAC-SHA-256", e);
    }
  }

  static byte[] binding(UUID owner, String column, int keyVersion) {
    return (owner + "|" + column + "|" + keyVersion).getBytes(StandardCharsets.UTF_8);
  }
}
