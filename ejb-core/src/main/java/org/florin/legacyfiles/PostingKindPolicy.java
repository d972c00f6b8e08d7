package org.florin.legacyfiles;

import org.florin.ledger.PostingKind;

/** Which kind of posting a mainframe's type and category of transaction means. */
final class PostingKindPolicy {

  private static final String SALES_DRAFT = "0001";
  private static final String INTEREST = "0005";

  private PostingKindPolicy() {}

  static PostingKind kind(String type, String category, long amountMinor) {
    return switch (type) {
      case "01" ->
          switch (category) {
            case SALES_DRAFT -> PostingKind.PURCHASE;
            case INTEREST -> PostingKind.INTEREST;
            default -> PostingKind.CASH_ADVANCE;
          };
      case "02" -> PostingKind.PAYMENT;
      case "03", "05" -> PostingKind.REFUND;
      case "06", "07" -> PostingKind.ADJUSTMENT;
      default -> amountMinor >= 0 ? PostingKind.PURCHASE : PostingKind.REFUND;
    };
  }
}
