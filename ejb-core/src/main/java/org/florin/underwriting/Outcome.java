package org.florin.underwriting;

import java.util.Locale;

/** What a policy makes of an application. */
public enum Outcome {
  APPROVED,
  /** Less than was asked for. */
  COUNTEROFFERED,
  /** A person has to look. */
  REFERRED,
  DECLINED;

  /** The word in tables and messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
