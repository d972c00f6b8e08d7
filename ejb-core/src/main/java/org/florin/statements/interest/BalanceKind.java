package org.florin.statements.interest;

import java.util.Locale;
import org.florin.ledger.PostingKind;

/** What a balance came from. */
public enum BalanceKind {
  PURCHASE(true),
  CASH_ADVANCE(false),
  BALANCE_TRANSFER(false),
  FEE(true),
  INTEREST(true);

  private final boolean hasGrace;

  BalanceKind(boolean hasGrace) {
    this.hasGrace = hasGrace;
  }

  /** Whether it costs nothing when the statement is paid in full by its due date. */
  public boolean hasGrace() {
    return hasGrace;
  }

  /** What a posting that raises the debt adds to. */
  public static BalanceKind of(PostingKind kind) {
    return switch (kind) {
      case CASH_ADVANCE, QUASI_CASH -> CASH_ADVANCE;
      case FEE -> FEE;
      case INTEREST -> INTEREST;
      case PURCHASE, REFUND, PAYMENT, PAYMENT_RETURN, OPENING_BALANCE, ADJUSTMENT -> PURCHASE;
    };
  }

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that code
   */
  public static BalanceKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
