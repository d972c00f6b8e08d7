package org.florin.risk;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an attribute comes from. What no rule asks for is not loaded, so the source tells what a
 * rule costs, and whether the past can tell the attribute again.
 */
public enum AttributeSource {
  /** The message itself. */
  REQUEST(Optional.empty()),
  /** What the door checked or the terminal can; known at the time of the decision only. */
  CHECKS(Optional.empty()),
  /** The account, as it is locked for the decision. */
  ACCOUNT(Optional.empty()),
  /** Dates of the card and the account. */
  CARD(Optional.empty()),
  /** Authorizations of the last hour, and so on. */
  HOUR(Optional.of(Duration.ofHours(1))),
  DAY(Optional.of(Duration.ofDays(1))),
  WEEK(Optional.of(Duration.ofDays(7))),
  MONTH(Optional.of(Duration.ofDays(30))),
  QUARTER(Optional.of(Duration.ofDays(90)));

  private final Optional<Duration> lookback;

  AttributeSource(Optional<Duration> lookback) {
    this.lookback = lookback;
  }

  /** How far back authorizations have to be looked at. */
  public Optional<Duration> lookback() {
    return lookback;
  }

  /** Whether a back-test can rebuild it as it was. */
  public boolean isKnownLater() {
    return this != CHECKS;
  }

  /** As messages and pages spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
