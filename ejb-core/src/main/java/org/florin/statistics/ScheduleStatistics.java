package org.florin.statistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;

/** Queues what is due: every day since the last closed one, and the present week and month. */
@Stateless
public class ScheduleStatistics {

  /** So many missed days are caught up at once; the next call goes on. */
  private static final int CATCH_UP_DAYS_MAX = 31;

  @Inject StartStatistics start;
  @Inject Statistics statistics;
  @Inject BusinessClock clock;

  /** Queues the runs in order; those under way are left alone. */
  public void handle() {
    LocalDate today = clock.businessDate();
    Optional<LocalDate> lastClosed = statistics.lastClosedDay();
    LocalDate day = lastClosed.map(closed -> closed.plusDays(1)).orElse(today.minusDays(1));
    for (int count = 0; count < CATCH_UP_DAYS_MAX && !day.isAfter(today); count++) {
      queue(Period.DAILY, day);
      day = day.plusDays(1);
    }
    for (Period period : new Period[] {Period.WEEKLY, Period.MONTHLY}) {
      LocalDate present = period.startOf(today);
      LocalDate previous = period.startOf(present.minusDays(1));
      if (lastClosed.isPresent() && !statistics.isClosed(period, previous)) {
        queue(period, previous);
      }
      queue(period, present);
    }
  }

  private void queue(Period period, LocalDate date) {
    start.handle(new StartStatistics.Command(period, date, new Actor("schedule", "batch")));
  }
}
