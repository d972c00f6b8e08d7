package org.florin.statements;

import java.util.List;
import org.florin.ledger.PostingKind;

/**
 * What a cycle's postings add up to, in the groups that Reg Z 1026.7(b) wants shown. Minor units;
 * payments and credits are positive here.
 */
record StatementTotals(
    long paymentsMinor,
    long creditsMinor,
    long purchasesMinor,
    long cashAdvancesMinor,
    long feesMinor,
    long interestMinor,
    long adjustmentsMinor) {

  static StatementTotals of(List<BookedLine> lines) {
    var payments = 0L;
    var credits = 0L;
    var purchases = 0L;
    var cash = 0L;
    var fees = 0L;
    var interest = 0L;
    var adjustments = 0L;
    for (var line : lines) {
      var minor = line.amountMinor();
      switch (line.kind()) {
        case PAYMENT, PAYMENT_RETURN -> payments -= minor;
        case REFUND -> credits -= minor;
        case PURCHASE -> purchases += minor;
        case CASH_ADVANCE, QUASI_CASH -> cash += minor;
        case FEE -> fees += minor;
        case INTEREST -> interest += minor;
        case OPENING_BALANCE, ADJUSTMENT -> adjustments += minor;
      }
    }
    return new StatementTotals(payments, credits, purchases, cash, fees, interest, adjustments);
  }

  /** What the cycle did to the balance. */
  long changeMinor() {
    return purchasesMinor
        + cashAdvancesMinor
        + feesMinor
        + interestMinor
        + adjustmentsMinor
        - paymentsMinor
        - creditsMinor;
  }

  /** The group a posting is shown in. */
  static String group(PostingKind kind) {
    return switch (kind) {
      case PAYMENT, PAYMENT_RETURN -> "payments";
      case REFUND -> "credits";
      case PURCHASE -> "purchases";
      case CASH_ADVANCE, QUASI_CASH -> "cash_advances";
      case FEE -> "fees";
      case INTEREST -> "interest";
      case OPENING_BALANCE, ADJUSTMENT -> "adjustments";
    };
  }
}
