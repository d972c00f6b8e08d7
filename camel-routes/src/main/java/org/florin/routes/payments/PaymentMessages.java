package org.florin.routes.payments;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.florin.kernel.PaymentId;
import org.florin.payments.TakeRailReply;
import org.florin.platform.json.JsonParts;
import org.florin.routes.RoutesLog;

/** Turns messages of the payment routes into what the use cases take. */
final class PaymentMessages {

  private static final String REPLY_SOURCE = "mainframe:reply";

  private PaymentMessages() {}

  static void toPaymentId(Exchange exchange) {
    var payload = (String) Objects.requireNonNull(exchange.getMessage().getBody());
    exchange.getMessage().setBody(PaymentId.parse(JsonParts.read(payload).getString("payment")));
  }

  static void toReply(Exchange exchange) {
    var record = (byte[]) Objects.requireNonNull(exchange.getMessage().getBody());
    exchange.getMessage().setBody(new TakeRailReply.Command(record, REPLY_SOURCE));
  }

  /** A reply that fits nothing is said aloud; repeating it would not make it fit. */
  static void report(Exchange exchange) {
    if (exchange.getMessage().getBody() instanceof TakeRailReply.Outcome.Refused refused) {
      RoutesLog.LOG.replyRefused(refused.why());
    }
  }
}
