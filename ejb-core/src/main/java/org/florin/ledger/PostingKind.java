package org.florin.ledger;

import java.util.Locale;

/** What a posting is, and which general ledger account stands against the cardholder's. */
public enum PostingKind {
  PURCHASE("network_settlement"),
  CASH_ADVANCE("network_settlement"),
  QUASI_CASH("network_settlement"),
  REFUND("network_settlement"),
  PAYMENT("stripe_clearing"),
  PAYMENT_RETURN("stripe_clearing"),
  FEE("fee_income"),
  INTEREST("interest_income"),
  OPENING_BALANCE("migration_opening"),
  ADJUSTMENT("adjustment");

  private final String contraAccount;

  PostingKind(String contraAccount) {
    this.contraAccount = contraAccount;
  }

  /** The usual general ledger account on the other side. */
  public String contraAccount() {
    return contraAccount;
  }

  /** Cash draws on the cash limit as well as on the credit limit. */
  public boolean isCash() {
    return this == CASH_ADVANCE || this == QUASI_CASH;
  }

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that code
   */
  public static PostingKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
