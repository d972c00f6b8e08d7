package org.florin.statements.tape;

import java.time.LocalDate;
import org.florin.kernel.DisputeId;
import org.florin.statements.interest.BalanceKind;

/**
 * A step of a dispute, as far as it changes what must be paid.
 *
 * @param balance kind of balance that the disputed transaction raised
 * @param bookedOn business date of that transaction
 * @param amountMinor above 0; 0 for {@link Kind#CLOSED}
 */
public record DisputeChange(
    DisputeId dispute, Kind kind, BalanceKind balance, LocalDate bookedOn, long amountMinor) {

  /** What happened. */
  public enum Kind {
    /** The amount needn't be paid from now on. */
    OPENED,
    /** The amount is credited by a posting, for good or for the time being. */
    CREDITED,
    /** The amount is owed after all. */
    UPHELD,
    /** Nothing is in dispute any more. */
    CLOSED
  }
}
