package org.florin.statements.tape;

import java.util.List;
import java.util.Optional;
import org.florin.statements.interest.InterestLine;
import org.florin.statements.minimum.PayoffWarning;

/**
 * A day that was closed.
 *
 * @param day the tape's row, charges and statement taken into account
 * @param charges to be booked
 * @param cycle what the statement says, where a cycle closed
 * @param chargedOffMinor balance that was charged off; 0 for none
 */
public record ClosedDay(
    AccountDay day, List<Charge> charges, Optional<ClosedCycle> cycle, long chargedOffMinor) {

  /**
   * A cycle that closed. Minor units.
   *
   * @param statement as the next days know it
   * @param pastDueMinor asked for before and not paid
   * @param minimumMinor all that is asked for, what is past due included
   */
  public record ClosedCycle(
      LastStatement statement,
      int days,
      List<InterestLine> interest,
      long pastDueMinor,
      long minimumMinor,
      Optional<PayoffWarning> payoff) {}
}
