package org.florin.batch.statistics;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.florin.statistics.ScheduleStatistics;

/**
 * Has the due statistics computed every hour, and once when the server has found its feet;
 * whichever node comes first does it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatisticsSchedule {

  private static final Duration AFTER_START = Duration.ofSeconds(45);

  @Inject ScheduleStatistics schedule;
  @Inject StatisticsSettings settings;
  @Resource TimerService timers;

  @PostConstruct
  void planFirst() {
    timers.createSingleActionTimer(AFTER_START.toMillis(), new TimerConfig(null, false));
  }

  /** The first time after a start: catches up what was missed while the server was down. */
  @Timeout
  public void afterStart() {
    queueDue();
  }

  @Schedule(hour = "*", minute = "10", persistent = false)
  public void everyHour() {
    queueDue();
  }

  private void queueDue() {
    if (settings.scheduled) {
      schedule.handle();
    }
  }
}
