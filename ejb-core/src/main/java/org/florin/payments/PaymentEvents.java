package org.florin.payments;

import java.util.Map;
import java.util.Optional;
import org.florin.kernel.EventId;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.OutboxEvent;

/**
 * What the bank tells of payments; the rail is a header, so that each rail's consumer selects its
 * own.
 */
final class PaymentEvents {

  private PaymentEvents() {}

  static OutboxEvent of(String type, PaymentView payment) {
    var json =
        JsonParts.object()
            .add("payment", payment.id().toString())
            .add("account", payment.account().toString())
            .add("rail", payment.rail().code())
            .add("amount", payment.amount().minor())
            .add("currency", payment.amount().currency().code());
    payment.failureCode().ifPresent(code -> json.add("failure_code", code));
    payment.failureText().ifPresent(text -> json.add("failure_text", text));
    return new OutboxEvent(
        EventId.create(),
        type,
        payment.id().toString(),
        Optional.of(payment.account()),
        Map.of("rail", payment.rail().code()),
        json.build().toString());
  }
}
