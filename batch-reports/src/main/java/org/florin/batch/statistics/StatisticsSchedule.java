package org.florin.batch.statistics;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.florin.statistics.ScheduleStatistics;

/** Has the due statistics computed every hour; whichever node comes first does it. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatisticsSchedule {

  @Inject ScheduleStatistics schedule;

  @Schedule(hour = "*", minute = "10", persistent = false)
  public void everyHour() {
    schedule.handle();
  }
}
