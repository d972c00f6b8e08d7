package org.florin.creditrefunds;

import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.OutboxEvent;

/** What the bank tells of credit balances that are paid back. */
final class CreditRefundEvents {

  private CreditRefundEvents() {}

  static OutboxEvent of(String type, CreditRefundView refund) {
    return OutboxEvent.of(
        type,
        refund.id().toString(),
        refund.account(),
        JsonParts.object()
            .add("credit_refund", refund.id().toString())
            .add("account", refund.account().toString())
            .add("amount", refund.amount().minor())
            .add("currency", refund.amount().currency().code())
            .add("pay_by", refund.payBy().toString())
            .build()
            .toString());
  }
}
