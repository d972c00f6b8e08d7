package org.florin.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.junit.jupiter.api.Test;

class CardTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Test
  void a_thousand_random_numbers_lie_in_the_range_and_pass_the_check() {
    var random = new Random(7);
    for (var i = 0; i < 1000; i++) {
      var number = CardNumber.random("400009", random);
      assertEquals(16, number.digits().length());
      assertEquals("400009", number.bin());
      assertEquals(number, new CardNumber(number.digits()));
    }
  }

  @Test
  void a_changed_digit_is_no_card_number() {
    assertEquals("1111", new CardNumber("4111111111111111").last4());
    assertThrows(IllegalArgumentException.class, () -> new CardNumber("4111111111111112"));
    assertThrows(IllegalArgumentException.class, () -> new CardNumber("411111111111111a"));
    assertThrows(IllegalArgumentException.class, () -> new CardNumber("41111"));
  }

  @Test
  void a_number_never_prints_itself() {
    var number = new CardNumber("4111111111111111");
    assertFalse(number.toString().contains("1111"));
    var order =
        new TakeOverCards.Issued(
            AccountId.create(), CustomerId.create(), "4111111111111111", 1, 2030, true);
    assertFalse(order.toString().contains("1111111"));
  }

  @Test
  void a_renewed_card_is_the_next_plastic_with_a_later_expiry() {
    var card = card(CardKind.PHYSICAL);
    card.reissue(Optional.of(LocalDate.of(2031, 7, 3)));

    assertEquals(2, card.view().sequenceNumber());
    assertEquals(7, card.view().expiryMonth());
    assertEquals(2031, card.view().expiryYear());
  }

  @Test
  void a_damaged_card_keeps_its_expiry() {
    var card = card(CardKind.PHYSICAL);
    var before = card.view();
    card.reissue(Optional.empty());

    assertEquals(2, card.view().sequenceNumber());
    assertEquals(before.expiryMonth(), card.view().expiryMonth());
    assertEquals(before.expiryYear(), card.view().expiryYear());
  }

  @Test
  void a_number_is_gone_with_a_lost_card_and_not_with_one_its_holder_closed() {
    for (var reason : ClosingReason.values()) {
      var card = card(CardKind.VIRTUAL);
      card.close(reason);
      var others = Set.of(ClosingReason.LOST, ClosingReason.STOLEN, ClosingReason.COMPROMISED);
      assertEquals(others.contains(reason), card.isNumberGone(), reason.word());
    }
  }

  @Test
  void a_virtual_card_is_active_at_once_and_plastic_waits() {
    assertEquals(CardState.ACTIVE, card(CardKind.VIRTUAL).state());
    assertEquals(CardState.PENDING_ACTIVATION, card(CardKind.PHYSICAL).state());
  }

  @Test
  void steps_go_as_its_life_allows() {
    var card = card(CardKind.PHYSICAL);
    assertThrows(IllegalStateException.class, card::pause);
    assertThrows(IllegalStateException.class, card::resume);
    card.activate(NOW);
    assertThrows(IllegalStateException.class, () -> card.activate(NOW));
    card.pause();
    assertEquals(CardState.PAUSED, card.state());
    card.resume();
    card.close(ClosingReason.LOST);
    assertThrows(IllegalStateException.class, card::resume);
    assertThrows(IllegalStateException.class, () -> card.close(ClosingReason.BANK));
    assertEquals(ClosingReason.LOST, card.view().closedReason().orElseThrow());
  }

  private static Card card(CardKind kind) {
    return Card.issue(
        CardId.create(),
        AccountId.create(),
        CustomerId.create(),
        CardNumber.random("400009", new Random(1)),
        12,
        2029,
        kind,
        NOW);
  }
}
