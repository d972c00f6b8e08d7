package org.florin.disputes;

import java.util.Locale;

/** What is wrong, in the law's kinds. */
public enum DisputeReason {
  /** Nobody who may use the card made it (1026.12(b), 1026.13(a)(1)). */
  UNAUTHORIZED,
  /** Wrong amount, date or merchant (1026.13(a)(2)). */
  WRONG_AMOUNT,
  /** Not accepted, or not delivered as agreed (1026.13(a)(3)). */
  NOT_RECEIVED,
  /** A payment or another credit is missing (1026.13(a)(4)). */
  CREDIT_MISSING,
  /** The bank reckoned wrongly (1026.13(a)(5)). */
  COMPUTATION,
  /** More must be known of it, with documents (1026.13(a)(6)). */
  CLARIFICATION,
  /** What was bought is not what it should be, and the merchant doesn't help (1026.12(c)). */
  QUALITY;

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no reason has that code
   */
  public static DisputeReason ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
