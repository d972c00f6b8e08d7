package org.florin.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.PaymentId;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outbox;

/** The transactions of a payment's life. */
@ApplicationScoped
class PaymentDesk {

  @Inject Payments payments;
  @Inject AccountBook book;
  @Inject BusinessClock clock;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** Notes that the payment is about to be sent; empty if it is closed or cancelled already. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<PaymentView> claim(PaymentId id) {
    return payments
        .lock(id)
        .filter(payment -> !payment.status().isFinal())
        .map(
            payment -> {
              payments.submitted(payment);
              return payments.lock(id).orElseThrow();
            });
  }

  /** Takes evidence into account; evidence that tells nothing new changes nothing. */
  @Transactional
  Optional<PaymentView> record(PaymentId id, RailAnswer answer, String source) {
    return payments.lock(id).map(payment -> record(payment, answer, source));
  }

  private PaymentView record(PaymentView payment, RailAnswer answer, String source) {
    var next = PaymentPolicy.next(payment.status(), answer);
    if (next == payment.status()
        && (next.isFinal() || PaymentPolicy.tellsNothingNew(payment, answer))) {
      return payment;
    }
    var transaction =
        next == PaymentStatus.SUCCEEDED
            ? Optional.of(post(payment))
            : Optional.<TransactionId>empty();
    if (next == PaymentStatus.RETURNED) {
      takeBack(payment, answer);
    }
    payments.change(payment, next, answer, transaction, source);
    var changed = payments.lock(payment.id()).orElseThrow();
    if (next != payment.status()) {
      outbox.append(PaymentEvents.of("payment." + next.code(), changed));
      audit.record(
          AuditEntry.done(
              "system",
              source,
              "payment." + next.code(),
              payment.id().toString(),
              answer.toString()));
    }
    return changed;
  }

  private void takeBack(PaymentView payment, RailAnswer answer) {
    var posting =
        Posting.of(
                "payment_return:" + payment.id(),
                PostingKind.PAYMENT_RETURN,
                payment.account(),
                payment.amount(),
                clock.businessDate(),
                clock.now(),
                "Payment returned by your bank",
                payment.rail().code())
            .against(payment.rail().clearingAccount());
    if (!book.post(PaymentPolicy.isOurFault(answer) ? posting.flagged(Posting.NO_FEE) : posting)) {
      throw new IllegalStateException("returned before its state said so: " + payment.id());
    }
  }

  private TransactionId post(PaymentView payment) {
    var posting =
        Posting.of(
                "payment:" + payment.id(),
                PostingKind.PAYMENT,
                payment.account(),
                payment.amount().negated(),
                clock.businessDate(),
                clock.now(),
                "Payment received, thank you",
                payment.rail().code())
            .against(payment.rail().clearingAccount());
    if (!book.post(posting)) {
      throw new IllegalStateException("payment booked before its state said so: " + payment.id());
    }
    return posting.id();
  }
}
