package org.florin.risk;

import java.util.Locale;
import java.util.Map;

/**
 * A rule that fired, and what it saw.
 *
 * @param open it fired because attributes were missing
 * @param evidence every attribute the rule asks for
 */
public record Finding(
    Rule rule, Effect effect, boolean open, Map<Attribute, AttributeValue> evidence) {

  /** What it comes to if the rule is active. */
  public enum Effect {
    DECLINES,
    CHALLENGES,
    /** A challenge was asked for, and had been passed. */
    SATISFIED,
    NOTES;

    /** As messages and tables spell it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the authorization isn't approved for it. */
    public boolean isAgainst() {
      return this == DECLINES || this == CHALLENGES;
    }
  }

  /** Whether the authorization isn't approved for it, if the rule is active. */
  public boolean isAgainst() {
    return effect.isAgainst();
  }
}
