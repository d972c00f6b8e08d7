package org.florin.dayclose;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;

/** Orders the close of every date that is over where the bank is, in order; none ahead of time. */
@Stateless
public class CloseMissedDates {

  @Inject DayCloses closes;
  @Inject DayCloseSettings settings;
  @Inject CloseBusinessDate close;

  public void handle() {
    var dates = closes.dates();
    if (settings.automatic() && dates.businessDate().isBefore(dates.today())) {
      close.handle(
          new CloseBusinessDate.Command(
              Optional.of(dates.today()), new Actor("schedule", "batch")));
    }
  }
}
