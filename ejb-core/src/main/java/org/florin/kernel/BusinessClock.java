package org.florin.kernel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of a bank: the instant things happen, and the business date they are booked on. The
 * business date moves only when the day is closed (spec of the day close), not at midnight.
 */
public interface BusinessClock {

  /** The instant now, in UTC, of this machine. */
  Instant now();

  /** The date that postings of this moment belong to. */
  LocalDate businessDate();
}
