package org.florin.statements.tape;

import java.time.LocalDate;

/**
 * What the next days must know of the latest statement.
 *
 * @param balanceMinor new balance of that statement; negative when the bank owed
 * @param minimumMinor required payment without what was past due already
 * @param disputedMinor part of the balance that needn't be paid in time, because it is or was in
 *     dispute
 * @param hadGrace whether its balance costs nothing when it is paid in full in time
 */
public record LastStatement(
    LocalDate closedOn,
    LocalDate dueOn,
    long balanceMinor,
    long minimumMinor,
    long disputedMinor,
    boolean hadGrace) {

  /** What must be paid by the due date for the balance to have cost nothing. */
  public long payableMinor() {
    return balanceMinor - disputedMinor;
  }

  LastStatement with(long minimum, long disputed) {
    return new LastStatement(closedOn, dueOn, balanceMinor, minimum, disputed, hadGrace);
  }
}
