package org.florin.statements.interest;

import java.util.Locale;

/** Whether a cycle's purchases cost interest. */
public enum Grace {
  /** The previous statement was paid in full by its due date: purchases cost nothing. */
  KEPT,
  /** Its balance had grace but was not paid in full: what was repaid in time costs nothing. */
  LOST,
  /** Its balance had no grace any more: purchases cost interest from their first day. */
  NONE;

  /** The name in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
