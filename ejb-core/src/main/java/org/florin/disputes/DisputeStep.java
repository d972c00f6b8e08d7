package org.florin.disputes;

import java.util.Locale;

/** What is done to a dispute. */
public enum DisputeStep {
  OPEN,
  ACKNOWLEDGE,
  INVESTIGATE,
  CREDIT,
  RESOLVE_FOR_CARDHOLDER,
  RESOLVE_FOR_MERCHANT,
  CORRECT_IN_PART,
  WITHDRAW;

  /** The name in the database, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
