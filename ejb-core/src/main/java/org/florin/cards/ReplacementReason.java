package org.florin.cards;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a card is replaced. Where others may know the number, it goes with the card. */
public enum ReplacementReason {
  LOST(ClosingReason.LOST),
  STOLEN(ClosingReason.STOLEN),
  COMPROMISED(ClosingReason.COMPROMISED),
  DAMAGED(null),
  RENEWAL(null);

  private final @Nullable ClosingReason closes;

  ReplacementReason(@Nullable ClosingReason closes) {
    this.closes = closes;
  }

  /** Why the card that is replaced is closed; empty if it goes on with its number. */
  public Optional<ClosingReason> closes() {
    return Optional.ofNullable(closes);
  }

  /** The word used in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
