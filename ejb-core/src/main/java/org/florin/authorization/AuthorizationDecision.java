package org.florin.authorization;

import java.util.List;
import org.florin.kernel.Money;

/** The outcome of a decision. */
public sealed interface AuthorizationDecision {

  /**
   * Yes, for all of it or for part.
   *
   * @param held what is reserved until it clears, is reversed or expires
   * @param overLimit whether the program's allowance beyond the limit is used
   */
  record Approved(Money approved, Money held, boolean partial, boolean overLimit)
      implements AuthorizationDecision {}

  /** No; the first reason is the primary one. */
  record Declined(List<DeclineReason> reasons) implements AuthorizationDecision {}
}
