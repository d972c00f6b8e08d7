package org.florin.payments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.florin.kernel.PaymentId;

/**
 * Sends a payment over its rail, or asks the rail about it. No transaction is open while the rail
 * is spoken to; the payment's id makes a repeat harmless.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmitPayment {

  @Inject PaymentDesk desk;
  @Inject FindPayments find;
  @Inject @Any Instance<PaymentRail> rails;

  /** Sends it, unless it is closed already; a fault of the rail is thrown, for another try. */
  public void handle(PaymentId id) {
    desk.claim(id)
        .ifPresent(
            payment -> {
              var rail = rail(payment.rail());
              desk.record(id, rail.submit(payment), payment.rail().code());
            });
  }

  /** Asks the rail; a payment it never heard of is sent again, under the same id. */
  public void reconcile(PaymentId id) {
    find.byId(id)
        .filter(payment -> !payment.status().isFinal())
        .ifPresent(
            payment -> {
              var answer = rail(payment.rail()).inquire(payment);
              if (answer instanceof RailAnswer.NotFound) {
                handle(id);
              } else {
                desk.record(id, answer, payment.rail().code());
              }
            });
  }

  private PaymentRail rail(Rail wanted) {
    return rails.stream()
        .filter(rail -> rail.rail() == wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no adapter for rail " + wanted.code()));
  }
}
