package org.florin.authorization.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.kernel.AuthorizationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingLimitTest {

  private static SpendingLimit limit(Window window, int hours, String zone) {
    return new SpendingLimit(window, hours, ZoneId.of(zone), Optional.of(1_000L), Optional.of(2));
  }

  /** Days begin where the zone says, also when clocks change. */
  @ParameterizedTest
  @CsvSource({
    "DAY, 0, America/Chicago, 2026-11-22T05:59:59Z, 2026-11-21T06:00:00Z, 2026-11-22T06:00:00Z",
    "DAY, 0, America/Chicago, 2026-11-22T06:00:00Z, 2026-11-22T06:00:00Z, 2026-11-23T06:00:00Z",
    "DAY, 0, America/Chicago, 2026-11-01T12:00:00Z, 2026-11-01T05:00:00Z, 2026-11-02T06:00:00Z",
    "WEEK, 0, UTC, 2026-11-22T23:59:59Z, 2026-11-16T00:00:00Z, 2026-11-23T00:00:00Z",
    "WEEK, 0, UTC, 2026-11-23T00:00:00Z, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z",
    "MONTH, 0, Asia/Tokyo, 2026-10-31T15:00:00Z, 2026-10-31T15:00:00Z, 2026-11-30T15:00:00Z",
    "ROLLING, 36, UTC, 2026-11-22T12:00:00Z, 2026-11-21T00:00:00Z,"
  })
  void window_begins_and_ends(
      Window window, int hours, String zone, Instant now, Instant since, Instant endsAt) {
    assertEquals(since, limit(window, hours, zone).since(now));
    assertEquals(Optional.ofNullable(endsAt), limit(window, hours, zone).endsAt(now));
  }

  @Test
  void limit_that_limits_nothing_or_spans_nothing_is_refused() {
    var utc = ZoneId.of("UTC");
    assertThrows(IllegalArgumentException.class, () -> limit(Window.ROLLING, 0, "UTC"));
    assertThrows(IllegalArgumentException.class, () -> limit(Window.ROLLING, 745, "UTC"));
    assertThrows(IllegalArgumentException.class, () -> limit(Window.DAY, 1, "UTC"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SpendingLimit(Window.DAY, 0, utc, Optional.empty(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SpendingLimit(Window.DAY, 0, utc, Optional.of(-1L), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SpendingLimit(Window.DAY, 0, utc, Optional.empty(), Optional.of(-1)));
  }

  @Test
  void nothing_at_all_is_a_limit_too() {
    var nothing =
        new SpendingLimit(Window.DAY, 0, ZoneId.of("UTC"), Optional.of(0L), Optional.of(0));

    assertTrue(new LimitUse(nothing, 0, 0).exceedsAmount(1));
    assertTrue(new LimitUse(nothing, 0, 0).exceedsCount(1));
  }

  @Test
  void use_says_what_is_left() {
    var use = new LimitUse(limit(Window.DAY, 0, "UTC"), 400, 1);
    assertFalse(use.exceedsAmount(600));
    assertTrue(use.exceedsAmount(601));
    assertFalse(use.exceedsCount(1));
    assertTrue(use.exceedsCount(2));
    assertEquals(Optional.of(600L), use.remainingMinor());
    assertEquals(Optional.of(1), use.remainingCount());
    var more = use.with(700, 2);
    assertEquals(Optional.of(0L), more.remainingMinor());
    assertEquals(Optional.of(0), more.remainingCount());
  }

  @Test
  void first_id_of_an_instant_is_at_or_below_every_id_made_then() {
    var since = Instant.ofEpochMilli(1_790_000_000_123L);
    var first = SpendingCounters.firstId(since);
    assertEquals(7, first.version());
    assertEquals(2, first.variant());
    assertEquals(since.toEpochMilli(), first.getMostSignificantBits() >>> 16);
    var made = AuthorizationId.create().value();
    var madeAt = Instant.ofEpochMilli(made.getMostSignificantBits() >>> 16);
    assertTrue(SpendingCounters.firstId(madeAt).toString().compareTo(made.toString()) <= 0);
    assertTrue(
        SpendingCounters.firstId(madeAt.plusMillis(1)).toString().compareTo(made.toString()) > 0);
  }
}
