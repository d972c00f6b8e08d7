package org.florin.statistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;

/**
 * Queues what is due: the months and weeks since the bank's first booking that are not closed, and
 * the present day, week and month. A month computes its own days in order, so that missed days are
 * caught up with it.
 */
@Stateless
public class ScheduleStatistics {

  /** So many missed periods of a kind are caught up at once; the next call goes on. */
  private static final int CATCH_UP_MAX = 60;

  @Inject StartStatistics start;
  @Inject Statistics statistics;
  @Inject BusinessClock clock;

  /** Queues the runs in order; those under way are left alone. */
  public void handle() {
    LocalDate today = clock.businessDate();
    LocalDate first = statistics.firstDay().filter(day -> day.isBefore(today)).orElse(today);
    LocalDate yesterday = today.minusDays(1);
    if (!yesterday.isBefore(first) && !statistics.isClosed(Period.DAILY, yesterday)) {
      queue(Period.DAILY, yesterday);
    }
    queue(Period.DAILY, today);
    for (Period period : new Period[] {Period.MONTHLY, Period.WEEKLY}) {
      LocalDate present = period.startOf(today);
      int queued = 0;
      LocalDate missed = period.startOf(first);
      while (missed.isBefore(present) && queued < CATCH_UP_MAX) {
        if (!statistics.isClosed(period, missed)) {
          queue(period, missed);
          queued++;
        }
        missed = period.endOf(missed).plusDays(1);
      }
      queue(period, present);
    }
  }

  private void queue(Period period, LocalDate date) {
    start.handle(new StartStatistics.Command(period, date, new Actor("schedule", "batch")));
  }
}
