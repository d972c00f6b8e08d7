package org.florin.authorization.hooks;

import java.util.Locale;

/**
 * What a question to a partner makes of a payment that would have been approved.
 *
 * @param approvedMinor zero declines
 */
public record HookRuling(By by, long approvedMinor) {

  /** Whose word it was. */
  public enum By {
    PARTNER,
    /** Our own checks said no after all, when the answer was there. */
    RULES,
    DEFAULT,
    STAND_IN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isApproved() {
    return approvedMinor > 0;
  }
}
