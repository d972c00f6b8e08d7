package org.florin.platform.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/**
 * The clock of the running bank: instants from the machine, the business date from the database.
 */
@ApplicationScoped
class BankClock implements BusinessClock {

  @Inject Database database;

  @Override
  public Instant now() {
    return SystemTime.now();
  }

  @Override
  public LocalDate businessDate() {
    return database
        .first("select business_date from bank", row -> row.date("business_date"))
        .orElseThrow();
  }
}
