package org.florin.authorization;

import java.util.Locale;

/** What a merchant asks for. */
public enum AuthorizationKind {
  PURCHASE,
  CASH_ADVANCE,
  QUASI_CASH,
  PREAUTHORIZATION,
  ACCOUNT_VERIFICATION,
  REFUND;

  /** Cash draws on the cash sub-limit too. */
  boolean isCash() {
    return this == CASH_ADVANCE || this == QUASI_CASH;
  }

  /** Whether an approval reserves credit. */
  boolean reserves() {
    return this != ACCOUNT_VERIFICATION && this != REFUND;
  }

  /** The name in the database and in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that code
   */
  public static AuthorizationKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
