package org.florin.batch.dayclose;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.florin.dayclose.CloseMissedDates;

/**
 * Looks every five minutes for dates that are over; whichever node comes first orders the close.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DayCloseSchedule {

  @Inject CloseMissedDates close;

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  public void closeWhatIsOver() {
    close.handle();
  }
}
