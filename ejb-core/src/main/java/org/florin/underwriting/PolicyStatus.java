package org.florin.underwriting;

import java.util.Locale;

/** Where a version of a credit policy stands. */
public enum PolicyStatus {
  /** Being written. */
  DRAFT,
  /** Approved, for a later date. */
  APPROVED,
  /** Decides now. */
  ACTIVE,
  /** A later version decides. */
  SUPERSEDED,
  /** Given up before it ever decided. */
  DROPPED;

  /** The name in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PolicyStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
