package org.florin.authorization.controls;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * How much, or how often, within a window of time.
 *
 * @param hours length of a rolling window, 1 to 744; 0 for the others
 * @param zone where days begin
 * @param amountMaxMinor in minor units of the account
 * @param countMax how many payments
 */
public record SpendingLimit(
    Window window,
    int hours,
    ZoneId zone,
    Optional<Long> amountMaxMinor,
    Optional<Integer> countMax) {

  private static final int HOURS_MAX = 744;

  /** What a limit spans. */
  public enum Window {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH,
    /** So many hours back from now. */
    ROLLING
  }

  public SpendingLimit {
    if (window == Window.ROLLING ? hours < 1 || hours > HOURS_MAX : hours != 0) {
      throw new IllegalArgumentException("a rolling window has 1 to 744 hours, others none");
    }
    if (amountMaxMinor.isEmpty() && countMax.isEmpty()) {
      throw new IllegalArgumentException("a limit limits the amount, the count or both");
    }
    if (amountMaxMinor.filter(amount -> amount < 0).isPresent()
        || countMax.filter(count -> count < 0).isPresent()) {
      throw new IllegalArgumentException("limits are zero or more");
    }
  }

  /** When the window began that the instant lies in. */
  public Instant since(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return switch (window) {
      case DAY -> today.atStartOfDay(zone).toInstant();
      case WEEK ->
          today
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .atStartOfDay(zone)
              .toInstant();
      case MONTH -> today.withDayOfMonth(1).atStartOfDay(zone).toInstant();
      case ROLLING -> now.minus(Duration.ofHours(hours));
    };
  }

  /** When the next window begins; a rolling one never does. */
  public Optional<Instant> endsAt(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return switch (window) {
      case DAY -> Optional.of(today.plusDays(1).atStartOfDay(zone).toInstant());
      case WEEK ->
          Optional.of(
              today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay(zone).toInstant());
      case MONTH ->
          Optional.of(today.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant());
      case ROLLING -> Optional.empty();
    };
  }
}
