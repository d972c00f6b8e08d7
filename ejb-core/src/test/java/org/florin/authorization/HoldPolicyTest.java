package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.florin.authorization.HoldPolicy.Sums;
import org.junit.jupiter.api.Test;

class HoldPolicyTest {

  private static Sums authorized(long minor) {
    return new Sums(AuthorizationStatus.PENDING, minor, 0, minor);
  }

  @Test
  void tip_clears_above_the_hold() {
    assertEquals(
        new Sums(AuthorizationStatus.CLEARED, 4_500, 5_500, 0),
        HoldPolicy.clear(authorized(4_500), 5_500, true));
  }

  @Test
  void partial_reversal_then_clearing() {
    var reversed = HoldPolicy.reverse(authorized(3_000), 2_000);
    assertEquals(new Sums(AuthorizationStatus.PENDING, 1_000, 0, 1_000), reversed);
    assertEquals(
        new Sums(AuthorizationStatus.CLEARED, 1_000, 1_000, 0),
        HoldPolicy.clear(reversed, 1_000, true));
  }

  @Test
  void late_clearing_holds_nothing_again() {
    var expired = HoldPolicy.expire(authorized(3_500));
    assertEquals(new Sums(AuthorizationStatus.EXPIRED, 3_500, 0, 0), expired);
    assertEquals(
        new Sums(AuthorizationStatus.CLEARED, 3_500, 3_500, 0),
        HoldPolicy.clear(expired, 3_500, true));
  }

  @Test
  void split_shipment_keeps_the_rest_held() {
    var first = HoldPolicy.clear(authorized(10_000), 4_000, false);
    assertEquals(new Sums(AuthorizationStatus.PARTIALLY_CLEARED, 10_000, 4_000, 6_000), first);
    assertEquals(
        new Sums(AuthorizationStatus.CLEARED, 10_000, 10_000, 0),
        HoldPolicy.clear(first, 6_000, false));
  }

  @Test
  void reversal_beyond_the_hold_gives_back_the_hold() {
    assertEquals(
        new Sums(AuthorizationStatus.REVERSED, 0, 0, 0),
        HoldPolicy.reverse(authorized(3_000), 9_000));
  }

  @Test
  void reversal_after_part_was_cleared_ends_as_cleared() {
    var part = HoldPolicy.clear(authorized(5_000), 2_000, false);
    assertEquals(
        new Sums(AuthorizationStatus.CLEARED, 2_000, 2_000, 0), HoldPolicy.reverse(part, 3_000));
  }

  /** Any order, any number of repeats: sums stay at zero or more and a hold never grows again. */
  @Test
  void holds_only_shrink_and_never_below_zero() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var sums = authorized(1 + random.nextInt(10_000));
      for (var step = 0; step < 50; step++) {
        var amount = 1L + random.nextInt(6_000);
        var before = sums;
        sums =
            switch (random.nextInt(4)) {
              case 0 -> HoldPolicy.reverse(before, amount);
              case 1 -> HoldPolicy.clear(before, amount, false);
              case 2 -> HoldPolicy.clear(before, amount, true);
              default -> HoldPolicy.expire(before);
            };
        var message = "seed " + seed + " step " + step + ": " + before + " -> " + sums;
        assertTrue(sums.held() >= 0 && sums.held() <= before.held(), message);
        assertTrue(sums.authorized() >= 0 && sums.captured() >= before.captured(), message);
        assertTrue(sums.held() == 0 || sums.held() + sums.captured() <= sums.authorized(), message);
        assertTrue(
            sums.held() == 0
                || sums.status() == AuthorizationStatus.PENDING
                || sums.status() == AuthorizationStatus.PARTIALLY_CLEARED,
            message);
      }
    }
  }
}
