package org.florin.routes.iso8583;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.florin.networks.SendWithdrawals;
import org.florin.platform.lease.Leases;

/** Keeps the ports open that should be, and sends what waits to be sent. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TendLinks {

  private static final String LEASE = "network-withdrawals";
  private static final Duration LEASE_TIME = Duration.ofSeconds(30);

  @Inject LinkGateway gateway;
  @Inject SendWithdrawals withdrawals;
  @Inject Leases leases;

  private final String holder = UUID.randomUUID().toString();
  private final AtomicBoolean running = new AtomicBoolean();

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tend() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      gateway.synchronize();
      if (leases.acquire(LEASE, holder, LEASE_TIME).isPresent()) {
        withdrawals.handle(gateway::send);
      }
    } finally {
      running.set(false);
    }
  }

  @Schedule(hour = "3", minute = "17", persistent = false)
  void forgetOldMessages() {
    withdrawals.forgetOldMessages();
  }
}
