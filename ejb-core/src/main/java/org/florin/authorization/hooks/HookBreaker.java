package org.florin.authorization.hooks;

import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a partner alone that fails: after so many failures in a row nobody is asked for a while,
 * then one question tells whether it is back.
 */
final class HookBreaker {

  private final int failuresMax;
  private final Duration pause;
  private int failures;
  private Instant closedAgainAt = Instant.MIN;

  HookBreaker(int failuresMax, Duration pause) {
    this.failuresMax = failuresMax;
    this.pause = pause;
  }

  /** Whether a question may be asked now; past the pause, one at a time. */
  synchronized boolean allows(Instant now) {
    if (failures < failuresMax) {
      return true;
    }
    if (now.isBefore(closedAgainAt)) {
      return false;
    }
    closedAgainAt = now.plus(pause);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  /** Whether this failure was the one after which nobody is asked. */
  synchronized boolean failed(Instant now) {
    failures = Math.min(failuresMax, failures) + 1;
    if (failures >= failuresMax) {
      closedAgainAt = now.plus(pause);
    }
    return failures == failuresMax;
  }
}
