package org.florin.offers;

import java.util.Locale;
import org.florin.kernel.AnnualRate;

/** Why the law caps a person's rate, and at what. */
public enum CapReason {
  /** Military service, for debts from before it: 50 U.S.C. 3937. */
  SCRA("6"),
  /** Covered borrowers: 10 U.S.C. 987. */
  MLA("36");

  private final AnnualRate highest;

  CapReason(String percent) {
    this.highest = AnnualRate.of(percent);
  }

  public AnnualRate highest() {
    return highest;
  }

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no reason has that code
   */
  public static CapReason ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
