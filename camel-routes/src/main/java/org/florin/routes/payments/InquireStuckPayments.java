package org.florin.routes.payments;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.florin.payments.FindPayments;
import org.florin.payments.PaymentView;
import org.florin.payments.SubmitPayment;
import org.florin.platform.lease.Leases;
import org.florin.routes.RoutesLog;

/** Asks the rails about payments that nothing has happened to for a while. */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InquireStuckPayments {

  private static final String LEASE = "payment-inquiries";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  @Inject FindPayments find;
  @Inject SubmitPayment submit;
  @Inject Leases leases;
  @Inject PollerSettings settings;

  private final String holder = UUID.randomUUID().toString();
  private final AtomicBoolean running = new AtomicBoolean();

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void poll() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      for (var payment : find.openFor(settings.inquireAfter, settings.inquireCountMax)) {
        if (leases.acquire(LEASE, holder, LEASE_TIME).isEmpty()) {
          return;
        }
        inquire(payment);
      }
      leases.release(LEASE, holder);
    } finally {
      running.set(false);
    }
  }

  private void inquire(PaymentView payment) {
    try {
      submit.reconcile(payment.id());
    } catch (RuntimeException e) {
      RoutesLog.LOG.reconcileFailed(payment.id().toString(), e);
    }
  }
}
