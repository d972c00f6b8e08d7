package org.florin.notifications;

import java.util.Locale;

/** What a notification is about. */
enum Template {
  APPLICATION_APPROVED,
  APPLICATION_COUNTEROFFERED,
  APPLICATION_DECLINED,
  APPLICATION_IN_REVIEW,
  INVITATION,
  LARGE_TRANSACTION,
  UNEXPECTED_TRANSACTION,
  OVER_CAPTURE,
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

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Template of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
