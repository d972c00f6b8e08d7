package org.florin.routes.payments;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.apache.camel.builder.RouteBuilder;
import org.florin.payments.SubmitPayment;
import org.florin.payments.TakeRailReply;
import org.florin.routes.CamelRuntime.FlorinRoutes;

/** Orders out, replies in. A failure is thrown to whoever handed the message over. */
@Dependent
public class PaymentRoutes extends RouteBuilder implements FlorinRoutes {

  static final String ORDERS = "direct:payment-orders";
  static final String REPLIES = "direct:payment-replies";

  @Inject SubmitPayment submit;
  @Inject TakeRailReply takeReply;

  @Override
  public void configure() {
    from(ORDERS)
        .routeId("payment-orders")
        .errorHandler(noErrorHandler())
        .process(PaymentMessages::toPaymentId)
        .bean(submit, "handle");

    from(REPLIES)
        .routeId("payment-replies")
        .errorHandler(noErrorHandler())
        .process(PaymentMessages::toReply)
        .bean(takeReply, "handle")
        .process(PaymentMessages::report);
  }
}
