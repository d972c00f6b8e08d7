package org.florin.dayclose;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.platform.jobs.JobRun;
import org.florin.platform.jobs.JobRuns;

/** Tells where the bank is in time, and how the latest close goes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindDayClose {

  /**
   * @param run the close of the present date, or of the one before it while none was ordered
   */
  public record Present(LocalDate businessDate, Optional<JobRun> run) {}

  @Inject DayCloses closes;
  @Inject JobRuns jobs;

  public Present handle() {
    var date = closes.dates().businessDate();
    return new Present(
        date,
        jobs.byKey(CloseBusinessDate.JOB, date.toString())
            .or(() -> jobs.byKey(CloseBusinessDate.JOB, date.minusDays(1).toString())));
  }
}
