package org.florin.statements.tape;

import java.util.Locale;
import org.florin.statements.interest.BalanceKind;

/** What the bank charges at the close of a day. */
public enum ChargeKind {
  INTEREST(BalanceKind.INTEREST, "Interest"),
  MINIMUM_INTEREST(BalanceKind.INTEREST, "Minimum interest charge"),
  DISPUTE_INTEREST(BalanceKind.INTEREST, "Interest on an amount found to be owed"),
  LATE_FEE(BalanceKind.FEE, "Late payment fee"),
  RETURNED_PAYMENT_FEE(BalanceKind.FEE, "Returned payment fee"),
  CASH_ADVANCE_FEE(BalanceKind.FEE, "Cash advance fee"),
  FOREIGN_FEE(BalanceKind.FEE, "Foreign transaction fee"),
  ANNUAL_FEE(BalanceKind.FEE, "Annual fee"),
  OVER_LIMIT_FEE(BalanceKind.FEE, "Over-limit fee");

  private final BalanceKind balance;
  private final String text;

  ChargeKind(BalanceKind balance, String text) {
    this.balance = balance;
    this.text = text;
  }

  /** The kind of balance it adds to. */
  public BalanceKind balance() {
    return balance;
  }

  /** As a statement says it. */
  public String text() {
    return text;
  }

  /** The name in natural keys, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
