package org.florin.cards;

import org.florin.kernel.CardId;

/**
 * The only place where a card number, its expiry and its security code meet in clear. Security
 * codes are computed from a card verification key, never stored.
 */
public interface CardVault {

  /**
   * A sealed card number.
   *
   * @param bytes nonce, cipher text and tag
   * @param keyVersion the data key it was sealed with
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(byte[] bytes, int keyVersion) {}

  /** A keyed hash of the number, for look-up; the same number always gives the same bytes. */
  byte[] indexOf(String pan);

  /** Seals the number for one card; opens only for that card. */
  Sealed seal(CardId card, String pan);

  /**
   * The number in clear.
   *
   * @throws IllegalStateException if the bytes were altered or belong to another card
   */
  String open(CardId card, Sealed sealed);

  /** The three digits for this number and expiry. */
  String securityCode(String pan, int expiryMonth, int expiryYear);

  /** Whether the given digits are right, compared in constant time. */
  boolean securityCodeMatches(String pan, int expiryMonth, int expiryYear, String code);
}
