package org.florin.statements.interest;

import java.time.LocalDate;
import org.florin.kernel.AnnualRate;

/**
 * A lower rate for a while.
 *
 * @param code names it on the account
 * @param kind of balances it is for
 * @param offeredFrom first day a transaction comes under it
 * @param offeredUntil last such day
 * @param endsOn last day of the lower rate; at least six months behind the first (Reg Z
 *     1026.55(b)(1))
 */
public record Promotion(
    String code,
    BalanceKind kind,
    AnnualRate rate,
    LocalDate offeredFrom,
    LocalDate offeredUntil,
    LocalDate endsOn) {

  /** Whether a transaction of that kind and day comes under it. */
  public boolean takes(BalanceKind other, LocalDate day) {
    return kind == other && !day.isBefore(offeredFrom) && !day.isAfter(offeredUntil);
  }
}
