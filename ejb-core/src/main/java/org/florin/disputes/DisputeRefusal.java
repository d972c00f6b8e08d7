package org.florin.disputes;

import java.time.LocalDate;
import org.florin.kernel.Money;

/** Why a dispute is not taken. */
public sealed interface DisputeRefusal {

  /** Nothing was booked under that id, or not for this cardholder. */
  record TransactionUnknown() implements DisputeRefusal {}

  /** What was booked raises no debt that could be wrong: a payment, a credit, an adjustment. */
  record NotDisputable(String kind) implements DisputeRefusal {}

  /** More than is left of the transaction. */
  record AboveUndisputed(Money undisputed) implements DisputeRefusal {}

  /** The time to say so is over. */
  record TooLate(LocalDate lastDay) implements DisputeRefusal {}

  /** Quality claims are for dearer things. */
  record QualityTooSmall(Money above) implements DisputeRefusal {}
}
