package org.florin.adapters.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.UUID;
import org.florin.cards.CardVault.Sealed;
import org.florin.kernel.CardId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final String PAN = "4000090000000001";

  private final AesCardVault cards = new AesCardVault();
  private final AesPersonalDataVault people = new AesPersonalDataVault();

  @BeforeEach
  void keys() {
    var settings = new VaultSettings();
    settings.keyEncryptingKey = Base64.getEncoder().encodeToString(Ciphers.randomKey());
    settings.indexKey = Base64.getEncoder().encodeToString(Ciphers.randomKey());
    settings.cardVerificationKey = Base64.getEncoder().encodeToString(Ciphers.randomKey());
    settings.check();
    cards.settings = settings;
    cards.keys = new KeysInMemory();
    people.settings = settings;
  }

  @Test
  void opens_what_it_sealed() {
    var card = CardId.create();
    assertEquals(PAN, cards.open(card, cards.seal(card, PAN)));
  }

  @Test
  void refuses_a_number_moved_to_another_card() {
    var sealed = cards.seal(CardId.create(), PAN);
    assertThrows(IllegalStateException.class, () -> cards.open(CardId.create(), sealed));
  }

  @Test
  void refuses_altered_bytes() {
    var card = CardId.create();
    var sealed = cards.seal(card, PAN);
    for (var i = 0; i < sealed.bytes().length; i++) {
      var altered = sealed.bytes().clone();
      altered[i] ^= 1;
      assertThrows(
          IllegalStateException.class,
          () -> cards.open(card, new Sealed(altered, sealed.keyVersion())));
    }
  }

  @Test
  void never_repeats_a_nonce() {
    var card = CardId.create();
    var nonces = new HashSet<ByteBuffer>();
    for (var i = 0; i < 20_000; i++) {
      assertTrue(nonces.add(ByteBuffer.wrap(cards.seal(card, PAN).bytes(), 0, 12).slice()));
    }
  }

  @Test
  void finds_the_same_number_and_no_other() {
    assertArrayEquals(cards.indexOf(PAN), cards.indexOf(PAN));
    assertFalse(java.util.Arrays.equals(cards.indexOf(PAN), cards.indexOf("4000090000000019")));
  }

  @Test
  void a_security_code_belongs_to_number_and_expiry() {
    var code = cards.securityCode(PAN, 12, 2029);
    assertTrue(code.matches("[0-9]{3}"));
    assertTrue(cards.securityCodeMatches(PAN, 12, 2029, code));
    assertFalse(cards.securityCodeMatches(PAN, 12, 2029, code + "0"));
    var codes = new HashSet<String>();
    for (var year = 2026; year < 2046; year++) {
      codes.add(cards.securityCode(PAN, 12, year));
    }
    assertTrue(codes.size() > 10);
  }

  @Test
  void a_person_s_data_opens_only_with_that_person_s_key() {
    var ada = UUID.randomUUID();
    var bruno = UUID.randomUUID();
    var key = people.newDataKey(ada);
    var sealed = people.seal(key, ada, "Ada".getBytes(StandardCharsets.UTF_8));
    assertEquals("Ada", new String(people.open(key, ada, sealed), StandardCharsets.UTF_8));
    assertThrows(IllegalStateException.class, () -> people.open(key, bruno, sealed));
    var otherKey = people.newDataKey(ada);
    assertThrows(IllegalStateException.class, () -> people.open(otherKey, ada, sealed));
  }
}
