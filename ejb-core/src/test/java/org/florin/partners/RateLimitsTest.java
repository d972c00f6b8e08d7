package org.florin.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.florin.partners.RateLimits.Allowance;
import org.junit.jupiter.api.Test;

/** So many at once, and so many a second from then on. */
class RateLimitsTest {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private static int taken(Allowance allowance, Instant at, int wanted) {
    var taken = 0;
    for (var i = 0; i < wanted; i++) {
      taken += allowance.take(at).isZero() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void a_burst_is_let_through_and_refilled_at_the_rate() {
    var allowance = Allowance.full(new RequestRate(10, 5));
    assertEquals(5, taken(allowance, START, 20));
    assertEquals(0, taken(allowance, START.plusMillis(99), 20));
    assertEquals(1, taken(allowance, START.plusMillis(100), 20));
    assertEquals(5, taken(allowance, START.plusSeconds(60), 20));
  }

  @Test
  void who_has_to_wait_is_told_how_long() {
    var allowance = Allowance.full(new RequestRate(2, 1));
    assertEquals(Duration.ZERO, allowance.take(START));
    assertEquals(Duration.ofMillis(500), allowance.take(START));
    assertEquals(Duration.ofMillis(200), allowance.take(START.plusMillis(300)));
    assertEquals(Duration.ZERO, allowance.take(START.plusMillis(500)));
  }
}
