package org.florin.statements.interest;

import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.AnnualRate;

/**
 * A highest rate that the law gives a person for a while: 6 % in military service for debts from
 * before it (SCRA, 50 U.S.C. 3937), 36 % for covered borrowers (MLA, 10 U.S.C. 987).
 *
 * @param reason such as {@code scra} or {@code mla}
 * @param from first day
 * @param until last day; empty while it lasts
 */
public record RateCap(String reason, AnnualRate rate, LocalDate from, Optional<LocalDate> until) {

  /** Whether it counts on the day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
  }
}
