package org.florin.disputes;

import java.util.Locale;

/** Where a dispute stands. */
public enum DisputeState {
  RECEIVED,
  ACKNOWLEDGED,
  INVESTIGATING,
  /** Looked into, and credited for the time being. */
  CREDITED,
  RESOLVED_FOR_CARDHOLDER,
  RESOLVED_FOR_MERCHANT,
  CORRECTED_IN_PART,
  WITHDRAWN;

  /** Whether the outcome is still open. */
  public boolean isOpen() {
    return switch (this) {
      case RECEIVED, ACKNOWLEDGED, INVESTIGATING, CREDITED -> true;
      case RESOLVED_FOR_CARDHOLDER, RESOLVED_FOR_MERCHANT, CORRECTED_IN_PART, WITHDRAWN -> false;
    };
  }

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no state has that code
   */
  public static DisputeState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
