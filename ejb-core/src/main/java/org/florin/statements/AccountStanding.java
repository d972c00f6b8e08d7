package org.florin.statements;

import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.Money;

/**
 * What an account must pay, today's payments taken into account.
 *
 * @param statement the latest one; empty before the first
 * @param required still to be paid of all that was asked for
 * @param pastDue part of it whose due date is over
 * @param disputed owed on the books, but needn't be paid while it is in dispute
 * @param inGrace whether purchases cost nothing as things stand
 */
public record AccountStanding(
    Optional<Latest> statement,
    Money required,
    Money pastDue,
    Money disputed,
    int daysPastDue,
    boolean inGrace) {

  /**
   * The latest statement.
   *
   * @param disputed part of its balance that needn't be paid in time
   * @param settled paid and credited since, up to its due date
   */
  public record Latest(
      LocalDate closedOn, LocalDate dueOn, Money balance, Money disputed, Money settled) {

    /** What is left to pay of it. */
    public Money left() {
      return balance.minus(disputed).minus(settled);
    }
  }
}
