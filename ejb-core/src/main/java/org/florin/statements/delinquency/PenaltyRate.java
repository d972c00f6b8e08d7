package org.florin.statements.delinquency;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an account stands with the penalty rate.
 *
 * @param noticedOn when the notice went out; empty while there is none
 * @param onTimePayments minimum payments in a row that came in time since the rate counts
 */
public record PenaltyRate(Optional<LocalDate> noticedOn, int onTimePayments) {

  /** No penalty rate. */
  public static final PenaltyRate NONE = new PenaltyRate(Optional.empty(), 0);
}
