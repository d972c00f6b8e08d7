package org.florin.notifications;

import java.util.Locale;

/** What a notification is about. */
enum Template {
  APPLICATION_APPROVED,
  APPLICATION_COUNTEROFFERED,
  APPLICATION_DECLINED,
  APPLICATION_IN_REVIEW,
  APPLICATION_DOCUMENTS_ASKED,
  APPLICATION_EXPIRED,
  INVITATION,
  LARGE_TRANSACTION,
  UNEXPECTED_TRANSACTION,
  OVER_CAPTURE,
  CARD_REPLACED,
  LIMIT_CHANGED,
  LIMIT_REFUSED,
  PAYMENT_SUCCEEDED,
  PAYMENT_FAILED,
  PAYMENT_RETURNED,
  AUTOPAY_RETRY,
  STATEMENT_READY,
  PAYMENT_DUE_SOON,
  ACCOUNT_PAST_DUE,
  DISPUTE_ACKNOWLEDGED,
  DISPUTE_CREDITED,
  DISPUTE_RESOLVED,
  CREDIT_REFUND_SENT;

  /** Whether it tells an applicant what the bank decided. */
  boolean isDecision() {
    return this == APPLICATION_APPROVED
        || this == APPLICATION_COUNTEROFFERED
        || this == APPLICATION_DECLINED;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Template of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
