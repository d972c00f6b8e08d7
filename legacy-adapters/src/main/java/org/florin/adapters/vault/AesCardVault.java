package org.florin.adapters.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.florin.cards.CardVault;
import org.florin.cards.VaultKeys;
import org.florin.cards.VaultKeys.WrappedKey;
import org.florin.kernel.CardId;

/** Card numbers under AES-256-GCM with versioned data keys. */
@ApplicationScoped
class AesCardVault implements CardVault {

  private static final String COLUMN = "vault_pan.sealed";
  private static final int FIRST_VERSION = 1;
  private static final int SECURITY_CODES = 1000;

  @Inject VaultSettings settings;
  @Inject VaultKeys keys;

  private final ConcurrentMap<Integer, Key> openedKeys = new ConcurrentHashMap<>();

  @Override
  public byte[] indexOf(String pan) {
    return Ciphers.hmac(settings.indexKey(), "pan|" + pan);
  }

  @Override
  public Sealed seal(CardId card, String pan) {
    var key = keys.latest().orElseGet(this::firstKey);
    var sealed =
        Ciphers.seal(
            opened(key),
            Ciphers.binding(card.value(), COLUMN, key.version()),
            pan.getBytes(StandardCharsets.US_ASCII));
    return new Sealed(sealed, key.version());
  }

  @Override
  public String open(CardId card, Sealed sealed) {
    var version = sealed.keyVersion();
    var key =
        keys.byVersion(version)
            .orElseThrow(() -> new IllegalStateException("no vault key of version " + version));
    return new String(
        Ciphers.open(opened(key), Ciphers.binding(card.value(), COLUMN, version), sealed.bytes()),
        StandardCharsets.US_ASCII);
  }

  @Override
  public String securityCode(String pan, int expiryMonth, int expiryYear) {
    var digest =
        Ciphers.hmac(
            settings.cardVerificationKey(),
            String.format(Locale.ROOT, "%s|%04d-%02d", pan, expiryYear, expiryMonth));
    var number = Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), SECURITY_CODES);
    return String.format(Locale.ROOT, "%03d", number);
  }

  @Override
  public boolean securityCodeMatches(String pan, int expiryMonth, int expiryYear, String code) {
    return MessageDigest.isEqual(
        securityCode(pan, expiryMonth, expiryYear).getBytes(StandardCharsets.US_ASCII),
        code.getBytes(StandardCharsets.UTF_8));
  }

  private Key opened(WrappedKey key) {
    return openedKeys.computeIfAbsent(
        key.version(),
        version ->
            Ciphers.aesKey(
                Ciphers.open(settings.keyEncryptingKey(), keyBinding(version), key.wrapped())));
  }

  private WrappedKey firstKey() {
    return keys.keepFirst(
        new WrappedKey(
            FIRST_VERSION,
            Ciphers.seal(
                settings.keyEncryptingKey(), keyBinding(FIRST_VERSION), Ciphers.randomKey())));
  }

  private static byte[] keyBinding(int version) {
    return ("vault_key.wrapped|" + version).getBytes(StandardCharsets.US_ASCII);
  }
}
